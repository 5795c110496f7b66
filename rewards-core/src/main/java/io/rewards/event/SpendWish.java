package io.rewards.event;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * How much of the wallet is to pay for a purchase. Immutable. Source: domain 5.3.
 *
 * @param amount at most; empty for as much as possible
 * @param hold event that reserved the money, where it was reserved; what is not needed of it is free again
 */
public record SpendWish(Optional<Amount> amount, Optional<EventKey> hold) {

    /** As much as possible. */
    public static final SpendWish ALL = new SpendWish(Optional.empty(), Optional.empty());

    /** At most {@code amount}. */
    public static SpendWish of(Amount amount) {
        return new SpendWish(Optional.of(amount), Optional.empty());
    }

    /** This wish, paid with the money that {@code reserving} has reserved. */
    public SpendWish from(EventKey reserving) {
        return new SpendWish(amount, Optional.of(reserving));
    }
}
