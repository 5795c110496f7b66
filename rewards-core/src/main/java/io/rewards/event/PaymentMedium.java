package io.rewards.event;

/**
 * What a purchase was paid with. Immutable; unknown parts are empty. Source: domain 2.1.
 *
 * @param brand such as VISA
 * @param type such as CREDIT_CARD
 */
public record PaymentMedium(String brand, String type) {

    /** Nothing known. */
    public static final PaymentMedium UNKNOWN = new PaymentMedium("", "");
}
