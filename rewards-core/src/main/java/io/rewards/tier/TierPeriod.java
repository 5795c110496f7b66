package io.rewards.tier;

import java.time.Instant;

/**
 * The period in which units count towards keeping a tier, which ends with its review. Immutable. Source: domain 8.4.
 *
 * @param start when the tier was reached, or reviewed last
 * @param inside true where what is bought at the start counts; the purchase that reached the tier does not
 */
public record TierPeriod(Instant start, boolean inside) {

    /** The first instant of what counts. */
    public Instant first() {
        return inside ? start : start.plusNanos(1);
    }
}
