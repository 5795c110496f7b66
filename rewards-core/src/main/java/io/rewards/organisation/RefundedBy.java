package io.rewards.organisation;

/** Who gives a customer back what wallets pay of a purchase whose price stays as it is. Source: domain 5.3, 7.5. */
public enum RefundedBy {
    /** The merchant, who is reimbursed for it. */
    MERCHANT,
    /** The owner of the programme, so that nothing is credited to the merchant. */
    OWNER
}
