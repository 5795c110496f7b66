package io.rewards.event;

import io.rewards.participant.Secret;

/**
 * What a purchase was paid with. Immutable; unknown parts are empty. The number of a card or an account is never kept: it is
 * known by its hash alone. Source: domain 2.1, 3.5.
 *
 * @param brand such as VISA
 * @param type such as CREDIT_CARD
 * @param identifierHash SHA-256 hash of what identifies the medium, as 64 hexadecimal digits
 */
public record PaymentMedium(String brand, String type, String identifierHash) {

    /** Nothing known. */
    public static final PaymentMedium UNKNOWN = new PaymentMedium("", "");

    /** Refuses what is no hash, without repeating it. */
    public PaymentMedium {
        if (!identifierHash.isEmpty() && !Secret.isHash(identifierHash)) {
            throw new IllegalArgumentException("The identifierHash of a payment medium must be a SHA-256 hash of 64"
                    + " hexadecimal digits, such as 0f3a...; what is hashed is never named.");
        }
    }

    /** A medium of which nobody knows which it is. */
    public PaymentMedium(String brand, String type) {
        this(brand, type, "");
    }

    /** This medium, identified by {@code identifier}, such as the number of a card; only its hash is kept. */
    public PaymentMedium identifiedBy(String identifier) {
        return new PaymentMedium(brand, type, Secret.hashOf(identifier));
    }
}
