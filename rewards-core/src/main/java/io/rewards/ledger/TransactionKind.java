package io.rewards.ledger;

/** What a transaction does. Source: domain 5.6. */
public enum TransactionKind {
    /** Credits a lot to the wallet. */
    AWARD,
    /** Frees money of a lot from its conditions, to be spent. */
    REDEEM,
    /** Pays for a purchase. */
    SPEND,
    /** Takes a lot out of the wallet of a duplicate. */
    TRANSFER_OUT,
    /** Puts that lot into the wallet of the participant who stays. */
    TRANSFER_IN
}
