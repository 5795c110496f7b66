package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Cap;
import io.rewards.catalogue.CapPeriod;
import io.rewards.catalogue.Offer;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.past.AwardQuestion;
import io.rewards.past.Past;
import io.rewards.past.PastAward;
import io.rewards.time.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Finds how much of the caps of offers is used for an award at one instant. Immutable as far as the look-up is. Source:
 * domain 3.11.
 *
 * @param past of the participant
 * @param budgets what all participants have used
 * @param at date of the award
 * @param zone of the programme
 */
public record CapUses(Past past, Function<BudgetName, Usage> budgets, Instant at, ZoneId zone) {

    /** A clock that is changed moves the end of a span by less than this. */
    private static final Duration CLOCK_CHANGES = Duration.ofDays(1);

    /** How much of each cap of {@code offer} is used. */
    public List<CapUse> of(Offer offer) {
        return offer.caps().stream().map(cap -> of(offer, cap)).toList();
    }

    /** True when the caps of {@code offer} leave nothing to award. */
    public boolean isUsedUp(Offer offer) {
        return of(offer).stream().anyMatch(CapUse::isUsedUp);
    }

    private CapUse of(Offer offer, Cap cap) {
        Optional<Instant> end = cap.per() instanceof CapPeriod.Each each
                ? Optional.of(each.period().end(at, zone))
                : Optional.empty();
        if (cap.of() == Cap.Of.ALL) {
            return new CapUse(cap, used(cap, budgets.apply(BudgetName.of(offer, cap, at, zone))), end);
        }
        if (cap.per() instanceof CapPeriod.Within within) {
            return rolling(offer, cap, within.span());
        }
        if (cap.per() instanceof CapPeriod.Each each) {
            Instant start = each.period().start(at, zone);
            long used = 0;
            for (PastAward award : past.awardsOf(offer.code(), start, end.orElseThrow())) {
                used = Math.addExact(used, used(cap, award.amount()));
            }
            return new CapUse(cap, used, end);
        }
        return new CapUse(
                cap, used(cap, past.awards(AwardQuestion.of(offer.code())).usage()), end);
    }

    /**
     * The fullest of the stretches in which an award at this instant lies: one that is told late comes before others, and must
     * not make theirs too full. When it frees is said only where no award comes later.
     */
    private CapUse rolling(Offer offer, Cap cap, TimeSpan span) {
        Instant until = span.after(at, zone);
        TreeMap<Instant, Long> changes = new TreeMap<>();
        for (PastAward award : past.awardsOf(offer.code(), span.before(at, zone).minus(CLOCK_CHANGES), until)) {
            long used = used(cap, award.amount());
            changes.merge(award.on(), used, Math::addExact);
            changes.merge(span.after(award.on(), zone), -used, Math::addExact);
        }
        long used = 0;
        for (long change : changes.headMap(at, true).values()) {
            used = Math.addExact(used, change);
        }
        long fullest = used;
        Optional<Instant> frees = Optional.empty();
        for (Map.Entry<Instant, Long> change : changes.tailMap(at, false).entrySet()) {
            used = Math.addExact(used, change.getValue());
            if (change.getKey().isBefore(until)) {
                fullest = Math.max(fullest, used);
            }
            if (frees.isEmpty() && used < cap.most()) {
                frees = Optional.of(change.getKey());
            }
        }
        return new CapUse(cap, fullest, frees.filter(unused -> isLatest(offer)));
    }

    private boolean isLatest(Offer offer) {
        return !past.awards(AwardQuestion.of(offer.code())).last().isAfter(at);
    }

    private static long used(Cap cap, Usage usage) {
        return cap.amount().map(most -> usage.in(most.denomination()).units()).orElseGet(usage::awards);
    }

    private static long used(Cap cap, Amount award) {
        return cap.amount()
                .map(most -> award.denomination().equals(most.denomination()) ? award.units() : 0L)
                .orElse(1L);
    }
}
