package io.rewards.catalogue;

/** How awarded money is spent. Source: domain 3.3, 5.2, 12.1 Q35. */
public enum SpendMethod {
    /** Later, when the participant asks. */
    SPEND_ON_REQUEST,
    /** At once, as a discount on the purchase that earned it. */
    SPEND_INSTANTLY,
    /** On any purchase where it may be spent, without being asked; the unit must allow that. */
    SPEND_AUTOMATICALLY,
    /** By showing a voucher. */
    SPEND_INSTANTLY_THROUGH_VOUCHER
}
