package io.rewards.ledger;

import io.rewards.amount.Amount;

/** Whether a transaction still stands. Source: domain 5.6. */
public enum TransactionState {
    /** It stands, perhaps reversed in part. */
    POSTED,
    /** It was reversed as a whole. */
    CANCELLED;

    /** That of a transaction of which so much was not taken back. */
    public static TransactionState of(Amount standing) {
        return standing.isPositive() ? POSTED : CANCELLED;
    }
}
