package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The money of one participant: what is there, reserved, on its way out, and owed. What is over is not in it.
 * Immutable. Source: domain 5.1.
 *
 * @param lots that hold money
 * @param holds what is reserved, by the event that reserved it
 * @param payouts what is on its way out, by the event that asked for it
 * @param debts what is owed for money that was taken back after it was gone, by code of the denomination
 * @param duplicates ids of the participants whose wallets came over: their events are this participant's now
 */
public record Wallet(
        List<Lot> lots,
        Map<EventKey, Hold> holds,
        Map<EventKey, Payout> payouts,
        Map<String, Amount> debts,
        Set<String> duplicates) {

    /** A wallet that holds nothing. */
    public static final Wallet EMPTY = of(List.of());

    /** Copies the collections. */
    public Wallet {
        lots = List.copyOf(lots);
        holds = Map.copyOf(holds);
        payouts = Map.copyOf(payouts);
        debts = Map.copyOf(debts);
        // Copying an empty HashSet takes 200 bytes, and almost nobody has duplicates.
        duplicates = duplicates.isEmpty() ? Set.of() : Set.copyOf(duplicates);
    }

    /** A wallet with these lots and nothing else. */
    public static Wallet of(List<Lot> lots) {
        return new Wallet(lots, Map.of(), Map.of(), Map.of(), Set.of());
    }

    /** The lot of this id, if it holds money. */
    public Optional<Lot> lot(String id) {
        return lots.stream().filter(lot -> lot.id().equals(id)).findFirst();
    }

    /** The lot of the voucher with a code of this hash, if it holds money. */
    public Optional<Lot> voucher(String hash) {
        return lots.stream()
                .filter(lot -> lot.voucher()
                        .filter(voucher -> voucher.codeHash().equals(hash))
                        .isPresent())
                .findFirst();
    }
}
