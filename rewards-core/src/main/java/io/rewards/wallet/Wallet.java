package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The money of one participant: what the journal sums to, with what each cent may be spent on and where it came from.
 * Immutable. Source: domain 5.
 *
 * @param lots that still hold money, oldest first
 * @param emptied lots that hold none, by id: spent money comes back to them
 * @param sales purchases that money was spent on or of which goods came back
 * @param holds money that is reserved, by the event that reserved it
 * @param payouts money on its way out, by the event that asked for it
 * @param debts what the participant owes, by code of the denomination; only amounts above 0
 * @param cancelled events that never happened after all
 * @param duplicates ids of the participants whose wallets came into this one
 */
public record Wallet(
        List<Lot> lots,
        Map<String, Lot> emptied,
        Map<EventKey, Sale> sales,
        Map<EventKey, Hold> holds,
        Map<EventKey, Payout> payouts,
        Map<String, Amount> debts,
        Set<EventKey> cancelled,
        Set<String> duplicates) {

    /** A wallet that never held anything. */
    public static final Wallet EMPTY = of(List.of());

    /** Copies the collections. */
    public Wallet {
        lots = List.copyOf(lots);
        emptied = Map.copyOf(emptied);
        sales = Map.copyOf(sales);
        holds = Collections.unmodifiableMap(new TreeMap<>(holds));
        payouts = Collections.unmodifiableMap(new TreeMap<>(payouts));
        debts = Collections.unmodifiableMap(new TreeMap<>(debts));
        cancelled = Set.copyOf(cancelled);
        duplicates = Set.copyOf(duplicates);
    }

    /** A wallet with these lots and nothing else. */
    public static Wallet of(List<Lot> lots) {
        return new Wallet(lots, Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of(), Set.of());
    }

    /** All lots, with or without money. */
    public Stream<Lot> allLots() {
        return Stream.concat(lots.stream(), emptied.values().stream().sorted((a, b) -> a.id().compareTo(b.id())));
    }

    /** The lot of this id, with or without money. */
    public Optional<Lot> lot(String id) {
        return lots.stream()
                .filter(lot -> lot.id().equals(id))
                .findFirst()
                .or(() -> Optional.ofNullable(emptied.get(id)));
    }

    /** The purchase of this key as it stands, where money was spent on it or goods came back. */
    public Optional<Sale> sale(EventKey purchase) {
        return Optional.ofNullable(sales.get(purchase));
    }

    /** The lot of the voucher with a code of this hash, used or not. */
    public Optional<Lot> voucher(String hash) {
        return allLots()
                .filter(lot -> lot.voucher()
                        .filter(voucher -> voucher.codeHash().equals(hash))
                        .isPresent())
                .findFirst();
    }
}
