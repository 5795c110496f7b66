package io.rewards.ledger;

/**
 * What an account of the ledger is for; whose it is, its {@link AccountName} says. Money always goes from one account to
 * another, so the balances of all accounts sum to zero. What a participant holds is what the programme owes: the
 * programme's liability is the sum of the accounts for which {@link #isLiability()} is true, and has no account of its own
 * that could disagree. Source: domain 5.1, 5.2, 7.4.
 */
public enum AccountKind {
    /** A participant's money that may be spent only under its conditions. */
    COMMERCE(Party.Kind.PARTICIPANT, true),
    /** A participant's money without conditions. */
    OPEN(Party.Kind.PARTICIPANT, true),
    /** A participant's money that the host has not confirmed yet. */
    PENDING(Party.Kind.PARTICIPANT, true),
    /** A participant's money that is reserved for a purchase. */
    HELD(Party.Kind.PARTICIPANT, true),
    /** A participant's money that is spent by showing a voucher. */
    VOUCHERS(Party.Kind.PARTICIPANT, true),
    /** A participant's money on its way out, until the host says whether it arrived. */
    PAYOUT_CLEARING(Party.Kind.PARTICIPANT, true),
    /** What a participant owes, because money was taken back after it was gone; never above zero. */
    CLAWBACK_RECEIVABLE(Party.Kind.PARTICIPANT, true),
    /** What a merchant gives to awards at its unit; at most zero. */
    CONTRIBUTION(Party.Kind.MERCHANT, false),
    /** What a merchant gets for purchases that participants paid from their wallets. */
    REIMBURSEMENT(Party.Kind.MERCHANT, false),
    /** What settlements have come to: above zero where the owner of the programme owes it to the merchant. */
    POSITION(Party.Kind.MERCHANT, false),
    /** What awards cost the owner of the programme; at most zero. */
    AWARD_EXPENSE(Party.Kind.PROGRAMME, false),
    /** Awarded money that was never spent. */
    BREAKAGE(Party.Kind.PROGRAMME, false),
    /** Money that reached participants outside of the programme. */
    PAID_OUT(Party.Kind.PROGRAMME, false),
    /** Money that participants or the host have put in; at most zero. */
    TOP_UPS(Party.Kind.PROGRAMME, false),
    /** Points that were turned into money, above zero, and the money that they became, below; each in its denomination. */
    EXCHANGE(Party.Kind.PROGRAMME, false),
    /** Corrections by hand, in both directions. */
    ADJUSTMENTS(Party.Kind.PROGRAMME, false),
    /** Awards that had to be taken back and could not be; at most zero. */
    CLAWBACK_LOSS(Party.Kind.PROGRAMME, false),
    /** Money on its way from one participant to another; zero once everything has arrived. */
    TRANSFER_CLEARING(Party.Kind.PROGRAMME, false),
    /** What merchants pay the owner of the programme of what is credited to them. */
    SETTLEMENT_FEES(Party.Kind.PROGRAMME, false);

    private final Party.Kind owner;
    private final boolean liability;

    AccountKind(Party.Kind owner, boolean liability) {
        this.owner = owner;
        this.liability = liability;
    }

    /** Which kind of party has such an account. */
    public Party.Kind owner() {
        return owner;
    }

    /** True where the balance is owed to a participant, or by one. */
    public boolean isLiability() {
        return liability;
    }
}
