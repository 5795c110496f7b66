package io.rewards.notification;

import io.rewards.account.Collected;
import io.rewards.account.Loaded;
import io.rewards.account.Windows;
import io.rewards.amount.Amount;
import io.rewards.amount.Percentage;
import io.rewards.catalogue.AccumulatingTerms;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.CollectingTerms;
import io.rewards.catalogue.NumberOfAwards;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.CapUses;
import io.rewards.decision.Lookups;
import io.rewards.decision.Measure;
import io.rewards.ledger.Usage;
import io.rewards.past.AwardFigures;
import io.rewards.past.AwardQuestion;
import io.rewards.wallet.Counted;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * How far a participant has come towards the next award of an offer that counts or collects, at one instant. Immutable.
 *
 * @param current counted so far, in {@code unit}
 * @param target to reach
 * @param until first instant at which what was counted begins to fall out; empty where it never does
 * @param unit what is counted
 */
public record AwardProgress(long current, long target, Optional<Instant> until, LongFunction<Measure> unit) {

    private static final int HUNDREDTH = 2;

    /** The progress towards an award of {@code offer}, if anything counts towards its next award. */
    public static Optional<AwardProgress> of(Offer offer, Loaded loaded, Instant asOf, ZoneId zone) {
        Terms terms = offer.terms();
        if (terms instanceof AccumulatingTerms accumulating) {
            return counted(offer, accumulating, loaded, asOf, zone);
        }
        if (terms instanceof CollectingTerms collecting) {
            return collected(offer, loaded, collecting.achievements(), asOf)
                    .filter(unused -> mayAwardAgain(offer, loaded, collecting.limit(), asOf, zone));
        }
        return Optional.empty();
    }

    /** True when {@code part} of the target is reached, or more. */
    public boolean reaches(Percentage part) {
        BigDecimal least = part.value().multiply(BigDecimal.valueOf(target)).movePointLeft(HUNDREDTH);
        return BigDecimal.valueOf(current).compareTo(least) >= 0;
    }

    /** What was counted. */
    public Measure reached() {
        return unit.apply(current);
    }

    /** What is to be reached. */
    public Measure wanted() {
        return unit.apply(target);
    }

    /** What is missing. */
    Measure missing() {
        return unit.apply(Math.max(0, target - current));
    }

    /** True when the caps of the offer leave nothing to award at an instant. */
    public static boolean isUsedUp(Offer offer, Loaded loaded, Lookups lookups, Instant asOf, ZoneId zone) {
        return new CapUses(loaded.past(), budget -> lookups.usage(budget).orElse(Usage.NONE), asOf, zone)
                .isUsedUp(offer);
    }

    private static Optional<AwardProgress> counted(
            Offer offer, AccumulatingTerms terms, Loaded loaded, Instant asOf, ZoneId zone) {
        Windows windows = new Windows(terms.period(), zone);
        List<Counted> counting = windows.around(loaded.account(), loaded.past(), offer.code(), asOf).stream()
                .filter(each -> !each.performedOn().isAfter(asOf)
                        && terms.period().after(each.performedOn(), zone).isAfter(asOf))
                .sorted()
                .toList();
        return counting.stream()
                .findFirst()
                .map(opening -> new AwardProgress(
                        counting.stream().mapToLong(Counted::units).reduce(0, Math::addExact),
                        terms.targetUnits(),
                        Optional.of(terms.period().after(opening.performedOn(), zone)),
                        unitOf(terms)));
    }

    private static LongFunction<Measure> unitOf(AccumulatingTerms terms) {
        return units -> terms.denomination()
                .<Measure>map(money -> new Measure.Money(new Amount(money, units)))
                .orElseGet(() -> new Measure.Count(units));
    }

    private static Optional<AwardProgress> collected(Offer offer, Loaded loaded, Set<String> wanted, Instant asOf) {
        Set<String> achieved = loaded.account().collectedFor(offer.code()).stream()
                .filter(each -> !each.performedOn().isAfter(asOf))
                .map(Collected::classification)
                .filter(wanted::contains)
                .collect(Collectors.toSet());
        return achieved.isEmpty()
                ? Optional.empty()
                : Optional.of(new AwardProgress(achieved.size(), wanted.size(), Optional.empty(), Measure.Count::new));
    }

    private static boolean mayAwardAgain(Offer offer, Loaded loaded, AwardLimit limit, Instant asOf, ZoneId zone) {
        if (limit.number() == NumberOfAwards.MULTIPLE) {
            return true;
        }
        AwardFigures awards = loaded.past().awards(AwardQuestion.of(offer.code()));
        return awards.awards() == 0
                || limit.period()
                        .filter(period -> !period.after(awards.last(), zone).isAfter(asOf))
                        .isPresent();
    }
}
