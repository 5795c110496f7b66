package io.rewards.event;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * How much of the wallet is to pay for a purchase. Immutable. Source: domain 5.3, 5.8.
 *
 * @param amount at most; empty for as much as possible
 * @param hold event that reserved the money, where it was reserved; what is not needed of it is free again
 * @param points at most, which are turned into money for a purchase and pay for it; no other money pays then
 */
public record SpendWish(Optional<Amount> amount, Optional<EventKey> hold, Optional<Amount> points) {

    /** As much as possible. */
    public static final SpendWish ALL = new SpendWish(Optional.empty(), Optional.empty());

    /** A wish that turns no points into money. */
    public SpendWish(Optional<Amount> amount, Optional<EventKey> hold) {
        this(amount, hold, Optional.empty());
    }

    /** At most {@code amount}. */
    public static SpendWish of(Amount amount) {
        return new SpendWish(Optional.of(amount), Optional.empty());
    }

    /** What these points are worth, as far as the purchase needs it. */
    public static SpendWish points(Amount points) {
        return new SpendWish(Optional.empty(), Optional.empty(), Optional.of(points));
    }

    /** This wish, paid with the money that {@code reserving} has reserved. */
    public SpendWish from(EventKey reserving) {
        return new SpendWish(amount, Optional.of(reserving), points);
    }
}
