package io.rewards.report;

import io.rewards.amount.Amount;
import io.rewards.wallet.Lot;
import java.time.LocalDate;
import java.util.List;

/**
 * Money of a wallet that can be spent for the last time on one day. Immutable.
 *
 * @param lastDay the last day on which it can be spent
 * @param amount all of it, in one denomination
 * @param lots that it lies in
 */
public record Expiry(LocalDate lastDay, Amount amount, List<Lot> lots) {

    /** Copies the lots. */
    public Expiry {
        lots = List.copyOf(lots);
    }
}
