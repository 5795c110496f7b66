package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a wallet holds in one denomination at one instant. Immutable. Source: domain 5.1.
 *
 * @param available can be spent now, conditions of product, place and hour aside
 * @param pending can be spent only later
 */
public record Balance(Amount available, Amount pending) {

    /** Everything that has not expired. */
    public Amount total() {
        return available.plus(pending);
    }

    /** The balances of these lots at {@code instant}, in order of denominations; what has expired counts for nothing. */
    public static List<Balance> of(List<Lot> lots, Instant instant) {
        Map<String, Balance> balances = new TreeMap<>();
        for (Lot lot : lots) {
            Denomination denomination = lot.remaining().denomination();
            Amount zero = Amount.zero(denomination);
            Balance balance = balances.getOrDefault(denomination.code(), new Balance(zero, zero));
            if (lot.isValidAt(instant)) {
                balance = new Balance(balance.available.plus(lot.remaining()), balance.pending);
            } else if (!lot.isExpiredAt(instant)) {
                balance = new Balance(balance.available, balance.pending.plus(lot.remaining()));
            }
            balances.put(denomination.code(), balance);
        }
        return List.copyOf(balances.values());
    }
}
