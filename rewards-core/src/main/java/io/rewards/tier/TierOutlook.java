package io.rewards.tier;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Tier;
import io.rewards.catalogue.TierLadder;
import io.rewards.event.EventKey;
import io.rewards.participant.HeldTier;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * In which tier a participant is and why, how far the next one is, and what keeps this one: the explanation of a tier.
 * Immutable. Source: domain 8.4.
 *
 * @param participant id
 * @param asOf the instant of this picture; what happened after it is left out
 * @param tier code; empty for no tier
 * @param since when; empty where the profile says the tier
 * @param change that led to it, with its lock where it was set by hand; empty where nothing changed yet
 * @param locked true where it neither rises nor falls
 * @param next the tier above, where the engine owns the tiers and there is one
 * @param keeping what a review will ask for, where one will
 * @param purchases that count for either, oldest first
 * @param history all changes, oldest first
 */
public record TierOutlook(
        String participant,
        Instant asOf,
        String tier,
        Optional<Instant> since,
        Optional<TierChange> change,
        boolean locked,
        Optional<Next> next,
        Optional<Keeping> keeping,
        List<CountedPurchase> purchases,
        List<TierChange> history) {

    /**
     * How far the next tier is.
     *
     * @param tier code
     * @param from first instant of the window
     * @param units in it
     * @param reach units that lift to the tier
     * @param missing units
     * @param until first instant at which what counts first no longer does; empty where nothing counts
     */
    public record Next(String tier, Instant from, long units, long reach, long missing, Optional<Instant> until) {}

    /**
     * What keeps the tier.
     *
     * @param review when it is looked at
     * @param from first instant of what counts
     * @param units of the period so far
     * @param keep units that keep it
     * @param missing units
     */
    public record Keeping(Instant review, Instant from, long units, long keep, long missing) {}

    /**
     * A purchase that counts.
     *
     * @param purchase its event
     * @param on its date
     * @param amount that counts, less what had come back
     * @param forNext true where it lies in the window of the next tier
     * @param forKeeping true where it lies in the period that keeps this one
     */
    public record CountedPurchase(EventKey purchase, Instant on, Amount amount, boolean forNext, boolean forKeeping) {}

    /** Copies the lists. */
    public TierOutlook {
        purchases = List.copyOf(purchases);
        history = List.copyOf(history);
    }

    /**
     * The picture of a participant.
     *
     * @param told what counts, as the past has it
     */
    public static TierOutlook of(
            Participant participant, Tiering tiering, TierLadder ladder, TierWalk.Told told, Instant asOf) {
        boolean counts = ladder.isOfEngine() && participant.state() == ParticipantState.EFFECTIVE;
        return counts
                ? counted(participant, new TierWalk(ladder, tiering, told).at(asOf), ladder, told, asOf)
                : said(participant, tiering, ladder, asOf);
    }

    /** Where no units count: somebody says the tier, or there is none. */
    private static TierOutlook said(Participant participant, Tiering tiering, TierLadder ladder, Instant asOf) {
        Optional<HeldTier> held = TierView.heldAt(participant, tiering, ladder, asOf);
        List<TierChange> history = tiering.changes().stream()
                .filter(change -> !change.on().isAfter(asOf))
                .toList();
        boolean set = !ladder.isOfEngine() && held.isPresent();
        return new TierOutlook(
                participant.id(),
                asOf,
                held.map(HeldTier::code).orElse(participant.profile().tier()),
                held.map(HeldTier::since),
                set ? tiering.at(asOf) : Optional.empty(),
                set,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                history);
    }

    private static TierOutlook counted(
            Participant participant, TierWalk walk, TierLadder ladder, TierWalk.Told told, Instant asOf) {
        int place = walk.place();
        boolean locked = walk.lock().isPresent();
        Optional<Instant> nextFrom =
                place < ladder.top() && !locked ? Optional.of(walk.windowStart(place + 1, asOf)) : Optional.empty();
        Optional<Instant> keptFrom = place < 0 ? Optional.empty() : walk.keptFrom();
        Instant first = keptFrom.filter(kept -> nextFrom.filter(kept::isAfter).isEmpty())
                .or(() -> nextFrom)
                .orElse(asOf);
        List<CountedPurchase> purchases = first.isAfter(asOf)
                ? List.of()
                : purchases(told.between(first, asOf), ladder, asOf, nextFrom, keptFrom);
        List<TierChange> history = walk.changes();
        Optional<TierChange> latest =
                history.isEmpty() ? Optional.empty() : Optional.of(history.get(history.size() - 1));
        return new TierOutlook(
                participant.id(),
                asOf,
                ladder.codeAt(place),
                Optional.of(latest.map(TierChange::on).orElse(participant.registeredOn())),
                latest,
                locked,
                nextFrom.map(from -> next(ladder, place + 1, from, purchases)),
                keptFrom.map(from ->
                        keeping(ladder, ladder.at(place), walk.nextReview().orElseThrow(), from, purchases)),
                purchases,
                history);
    }

    private static Next next(TierLadder ladder, int place, Instant from, List<CountedPurchase> purchases) {
        Tier tier = ladder.at(place);
        List<CountedPurchase> inside =
                purchases.stream().filter(CountedPurchase::forNext).toList();
        long units = units(ladder, inside);
        return new Next(
                tier.code(),
                from,
                units,
                tier.reached(),
                Math.max(0, tier.reached() - units),
                inside.stream().findFirst().map(first -> tier.window().after(first.on(), ladder.zone())));
    }

    private static Keeping keeping(
            TierLadder ladder, Tier tier, Instant review, Instant from, List<CountedPurchase> purchases) {
        long units = units(
                ladder, purchases.stream().filter(CountedPurchase::forKeeping).toList());
        return new Keeping(review, from, units, tier.kept(), Math.max(0, tier.kept() - units));
    }

    private static long units(TierLadder ladder, List<CountedPurchase> purchases) {
        return ladder.units(
                purchases.stream().mapToLong(each -> each.amount().units()).sum());
    }

    private static List<CountedPurchase> purchases(
            List<TierUnits> told,
            TierLadder ladder,
            Instant asOf,
            Optional<Instant> nextFrom,
            Optional<Instant> keptFrom) {
        Map<EventKey, Amount> amounts = new TreeMap<>();
        Map<EventKey, Instant> dates = new TreeMap<>();
        for (TierUnits each : told) {
            if (!each.seen().isAfter(asOf)) {
                amounts.merge(each.purchase(), new Amount(ladder.currency(), ladder.now(each.amount())), Amount::plus);
                dates.put(each.purchase(), each.on());
            }
        }
        List<CountedPurchase> purchases = new ArrayList<>();
        amounts.forEach((purchase, amount) -> {
            Instant on = dates.getOrDefault(purchase, asOf);
            if (amount.isPositive()) {
                purchases.add(new CountedPurchase(
                        purchase,
                        on,
                        amount,
                        nextFrom.filter(from -> !on.isBefore(from)).isPresent(),
                        keptFrom.filter(from -> !on.isBefore(from)).isPresent()));
            }
        });
        purchases.sort(Comparator.comparing(CountedPurchase::on).thenComparing(CountedPurchase::purchase));
        return purchases;
    }
}
