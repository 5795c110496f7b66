package io.rewards.ledger;

/** Whether a transaction still stands. Source: domain 5.6. */
public enum TransactionState {
    /** It stands, perhaps reversed in part. */
    POSTED,
    /** It was reversed as a whole. */
    CANCELLED
}
