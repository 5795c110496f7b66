package io.rewards.ledger;

/** What a transaction does. Source: domain 5.2, 5.6. */
public enum TransactionKind {
    /** Credits a lot to the wallet. */
    AWARD,
    /** The merchant's part of an award. */
    CONTRIBUTION,
    /** The host says that an award stands: its money can be spent. */
    CONFIRMATION,
    /** Frees money of a lot from its conditions, to be spent. */
    REDEEM,
    /** Pays for a purchase. */
    SPEND,
    /** Takes out of the wallet what of a lot was not spent in time. */
    AWARD_EXPIRATION,
    /** Takes what is left of a voucher that can be used only once. */
    FORFEIT,
    /** Reserves money for a purchase. */
    HOLD,
    /** Gives reserved money back to its lot. */
    RELEASE,
    /** Starts to pay money out. */
    PAYOUT,
    /** Money that was paid out has arrived. */
    PAYOUT_CONFIRMATION,
    /** Puts money into the wallet. */
    TOP_UP,
    /** Corrects the wallet by hand, for a reason. */
    ADJUSTMENT,
    /** Takes points out of a lot that are turned into money. */
    EXCHANGE_OUT,
    /** Credits a lot with the money that points became. */
    EXCHANGE_IN,
    /** Undoes another transaction, wholly or in part. */
    REVERSAL,
    /** Takes an award or a top-up back whose money is gone: from other lots, as a debt, or as a loss. */
    CLAWBACK,
    /** Pays a debt with money that came in. */
    DEBT_SETTLEMENT,
    /** Takes money out of a wallet for another participant. */
    TRANSFER_OUT,
    /** Puts that money into the wallet of the other participant. */
    TRANSFER_IN,
    /** Money becomes money of another denomination: out of the old one by one of these, into the new one by another. */
    CONVERSION,
    /** What a merchant gave, or gets, becomes part of its position. */
    SETTLEMENT,
    /** What a merchant pays of what is credited, and what comes back of that. */
    SETTLEMENT_FEE
}
