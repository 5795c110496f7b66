package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.wallet.Reclaim;
import java.util.List;

/**
 * What came back with goods, or with an event that never happened after all. Immutable. Source: domain 12.1 Q3, Q4.
 *
 * @param refund to give back to the customer: what no wallet had paid for the goods
 * @param toWallet what wallets had paid, back in the lots that it came from
 * @param reclaimed awards that were taken back, wholly or in part
 */
public record ReturnResult(Amount refund, Amount toWallet, List<Reclaim> reclaimed) {

    /** Copies the list. */
    public ReturnResult {
        reclaimed = List.copyOf(reclaimed);
    }
}
