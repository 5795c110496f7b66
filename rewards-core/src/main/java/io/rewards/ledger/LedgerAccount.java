package io.rewards.ledger;

/**
 * An account of the ledger. Money always goes from one account to another, so the balances of all accounts sum to zero.
 * What a participant holds is what the programme owes: the programme's liability is the sum of the accounts for which
 * {@link #isLiability()} is true, and has no account of its own that could disagree. Source: domain 5.1, 5.2, 7.4.
 */
public enum LedgerAccount {
    /** A participant's money that may be spent only under its conditions. */
    COMMERCE(Owner.PARTICIPANT, true),
    /** A participant's money without conditions. */
    OPEN(Owner.PARTICIPANT, true),
    /** A participant's money that the host has not confirmed yet. */
    PENDING(Owner.PARTICIPANT, true),
    /** A participant's money that is reserved for a purchase. */
    HELD(Owner.PARTICIPANT, true),
    /** A participant's money that is spent by showing a voucher. */
    VOUCHERS(Owner.PARTICIPANT, true),
    /** A participant's money on its way out, until the host says whether it arrived. */
    PAYOUT_CLEARING(Owner.PARTICIPANT, true),
    /** What a participant owes, because awards were taken back after their money was spent; never above zero. */
    CLAWBACK_RECEIVABLE(Owner.PARTICIPANT, true),
    /** What a merchant gives to awards at its unit; at most zero. */
    MERCHANT_CONTRIBUTION(Owner.MERCHANT, false),
    /** What a merchant gets for purchases that participants paid from their wallets. */
    MERCHANT_REIMBURSEMENT(Owner.MERCHANT, false),
    /** What awards cost the owner of the programme; at most zero. */
    AWARD_EXPENSE(Owner.PROGRAMME, false),
    /** Awarded money that was never spent. */
    BREAKAGE(Owner.PROGRAMME, false),
    /** Money that reached participants outside of the programme. */
    PAID_OUT(Owner.PROGRAMME, false),
    /** Money that participants or the host have put in; at most zero. */
    TOP_UPS(Owner.PROGRAMME, false),
    /** Corrections by hand, in both directions. */
    ADJUSTMENTS(Owner.PROGRAMME, false),
    /** Awards that had to be taken back and could not be; at most zero. */
    CLAWBACK_LOSS(Owner.PROGRAMME, false),
    /** Money on its way from one participant to another; zero once everything has arrived. */
    TRANSFER_CLEARING(Owner.PROGRAMME, false);

    /** Whose account it is. */
    public enum Owner {
        /** Each participant has one. */
        PARTICIPANT,
        /** Each unit has one. */
        MERCHANT,
        /** There is one. */
        PROGRAMME
    }

    private final Owner owner;
    private final boolean liability;

    LedgerAccount(Owner owner, boolean liability) {
        this.owner = owner;
        this.liability = liability;
    }

    /** Whose account it is. */
    public Owner owner() {
        return owner;
    }

    /** True where the balance is owed to a participant, or by one. */
    public boolean isLiability() {
        return liability;
    }
}
