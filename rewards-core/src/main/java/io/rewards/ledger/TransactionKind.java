package io.rewards.ledger;

/** What a transaction does. Source: domain 5.6. */
public enum TransactionKind {
    /** Credits a lot to the wallet. */
    AWARD,
    /** Frees money of a lot from its conditions, to be spent. */
    REDEEM,
    /** Pays for a purchase. */
    SPEND
}
