package io.rewards.past;

import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.tier.TierUnits;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What one event adds to the past and changes in it. Immutable.
 *
 * @param transactions that are new, in order
 * @param lots that are new or changed, with money or without, as they are afterwards
 * @param sales that are new or changed, as they are afterwards
 * @param cancelled events that never happened after all
 * @param closed what can count only for late events from now on, by code of the offer
 * @param reopened what was among that and is not any more, by code of the offer
 * @param inherited awards of a duplicate
 * @param tierUnits what is new of what counts for tiers
 */
public record PastChanges(
        List<Transaction> transactions,
        List<Lot> lots,
        List<Sale> sales,
        Set<EventKey> cancelled,
        Map<String, List<Counted>> closed,
        Map<String, List<Counted>> reopened,
        List<PastAward> inherited,
        List<TierUnits> tierUnits) {

    /** No changes. */
    public static final PastChanges NONE =
            new PastChanges(List.of(), List.of(), List.of(), Set.of(), Map.of(), Map.of(), List.of());

    /** Copies the collections. */
    public PastChanges {
        transactions = List.copyOf(transactions);
        lots = List.copyOf(lots);
        sales = List.copyOf(sales);
        // Copying an empty HashSet takes 200 bytes, and few events cancel another.
        cancelled = cancelled.isEmpty() ? Set.of() : Set.copyOf(cancelled);
        closed = Map.copyOf(closed);
        reopened = Map.copyOf(reopened);
        inherited = List.copyOf(inherited);
        tierUnits = List.copyOf(tierUnits);
    }

    /** Changes of which nothing counts for tiers. */
    public PastChanges(
            List<Transaction> transactions,
            List<Lot> lots,
            List<Sale> sales,
            Set<EventKey> cancelled,
            Map<String, List<Counted>> closed,
            Map<String, List<Counted>> reopened,
            List<PastAward> inherited) {
        this(transactions, lots, sales, cancelled, closed, reopened, inherited, List.of());
    }

    /** Changes by transactions, with the lots that they move. */
    public static PastChanges of(List<Transaction> transactions, List<Lot> lots) {
        return new PastChanges(transactions, lots, List.of(), Set.of(), Map.of(), Map.of(), List.of());
    }

    /** These changes with others of what counts for offers. */
    public PastChanges with(Map<String, List<Counted>> nowClosed, Map<String, List<Counted>> nowReopened) {
        return new PastChanges(transactions, lots, sales, cancelled, nowClosed, nowReopened, inherited, tierUnits);
    }

    /** These changes with awards of a duplicate. */
    public PastChanges inheriting(List<PastAward> awards) {
        return new PastChanges(transactions, lots, sales, cancelled, closed, reopened, awards, tierUnits);
    }

    /** These changes with what counts for tiers. */
    public PastChanges counting(List<TierUnits> units) {
        return new PastChanges(transactions, lots, sales, cancelled, closed, reopened, inherited, units);
    }

    /** These changes and then {@code next}. */
    public PastChanges then(PastChanges next) {
        if (equals(NONE)) {
            return next;
        }
        if (next.equals(NONE)) {
            return this;
        }
        return new PastChanges(
                both(transactions, next.transactions),
                both(lots, next.lots),
                both(sales, next.sales),
                both(cancelled, next.cancelled),
                counted(closed, next.closed, next.reopened),
                counted(reopened, next.reopened, Map.of()),
                both(inherited, next.inherited),
                both(tierUnits, next.tierUnits));
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static <T> Set<T> both(Set<T> first, Set<T> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.isEmpty() ? second : first;
        }
        Set<T> all = new HashSet<>(first);
        all.addAll(second);
        return all;
    }

    /** What counts in {@code first} or {@code second}; what was closed first and reopened then is not closed. */
    private static Map<String, List<Counted>> counted(
            Map<String, List<Counted>> first, Map<String, List<Counted>> second, Map<String, List<Counted>> without) {
        Map<String, List<Counted>> all = new HashMap<>();
        first.forEach((offer, counted) -> {
            List<Counted> left = new ArrayList<>(counted);
            left.removeAll(without.getOrDefault(offer, List.of()));
            all.put(offer, left);
        });
        second.forEach((offer, counted) -> all.merge(offer, counted, PastChanges::both));
        return all;
    }
}
