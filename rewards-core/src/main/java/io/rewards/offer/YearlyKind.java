package io.rewards.offer;

import io.rewards.account.Loaded;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.YearlyTerms;
import io.rewards.decision.YearlyCandidate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A day of every year. Source: domain 2.4 C13, C15. */
abstract class YearlyKind<T extends YearlyTerms, C extends YearlyCandidate> extends VisitedKind<T, C> {

    YearlyKind(Classification classification, Class<T> terms, Class<C> candidate, Joining<C> joining) {
        super(classification, terms, candidate, joining);
    }

    /** What is due on such a day. */
    abstract Occasion.What what();

    @Override
    final boolean mayAward(C candidate) {
        return candidate.dayKnown() && candidate.latestDay().isAfter(candidate.since());
    }

    @Override
    final LocalDate next(C candidate) {
        return candidate.nextDay();
    }

    @Override
    final List<Occasion> occasions(T terms, Offer offer, Loaded loaded, Occasion.Asked asked) {
        LocalDate joined = loaded.participant()
                .membership(offer.scheme())
                .orElseThrow()
                .signedUpOn()
                .atZone(asked.zone())
                .toLocalDate();
        List<Occasion> occasions = new ArrayList<>();
        terms.dayOf(loaded.participant().profile()).ifPresent(monthDay -> {
            for (int year = asked.from().getYear(); year <= asked.through().getYear(); year++) {
                LocalDate day = monthDay.atYear(year);
                if (!day.isBefore(joined) && !(asked.builtIn() && isAwarded(offer, loaded, day))) {
                    occasions.add(new Occasion(what(), day, ""));
                }
            }
        });
        return occasions;
    }

    /** True when the built-in rules see an award in the way of one for {@code day}. */
    private static boolean isAwarded(Offer offer, Loaded loaded, LocalDate day) {
        return loaded.past().awardsOf(offer.code()).stream()
                .flatMap(award -> award.subject().day().stream())
                .anyMatch(last -> last.getYear() == day.getYear()
                        || (!last.isAfter(day) && day.isBefore(last.plusDays(YearlyCandidate.FEWEST_DAYS))));
    }
}
