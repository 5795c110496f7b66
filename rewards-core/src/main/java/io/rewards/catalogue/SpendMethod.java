package io.rewards.catalogue;

/** How awarded money is spent. Source: domain 3.3. */
public enum SpendMethod {
    /** Later, when the participant asks. */
    SPEND_ON_REQUEST,
    /** At once, as a discount on the purchase that earned it. */
    SPEND_INSTANTLY
}
