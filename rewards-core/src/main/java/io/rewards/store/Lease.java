package io.rewards.store;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long a worker alone has what it claims of a store: from one instant until another one, at which it is free again.
 * The clocks of workers that share a store should agree. Immutable.
 *
 * @param from when it is claimed
 * @param until when it is free again, if the worker has not let it go before
 */
public record Lease(Instant from, Instant until) {

    /** Refuses a lease that ends before it begins, or at once. */
    public Lease {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("The lease from (" + from + ") until (" + until
                    + ") has no length. Let it end later than it begins.");
        }
    }

    /** A lease of this length. */
    public static Lease of(Instant from, Duration length) {
        return new Lease(from, from.plus(length));
    }

    /** True from its last instant on. */
    public boolean isOver(Instant at) {
        return !at.isBefore(until);
    }
}
