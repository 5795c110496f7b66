package io.rewards.catalogue;

import io.rewards.time.TimeSpan;
import java.util.Optional;

/**
 * A rank of participants. Immutable. Source: domain 8.4.
 *
 * @param code unique
 * @param name for people
 * @param reach units within one period that lift to it; empty where only the host says who is in it
 * @param keep units of a period that hold it; as {@code reach} where empty
 * @param period in which units count, and after which the tier is reviewed
 * @param falls where it goes at a review that finds too few units
 */
public record Tier(
        String code,
        String name,
        Optional<Long> reach,
        Optional<Long> keep,
        Optional<TimeSpan> period,
        TierFall falls) {

    /** A tier that only the host sets. */
    public static Tier named(String code) {
        return new Tier(code, code, Optional.empty(), Optional.empty(), Optional.empty(), TierFall.ONE_LEVEL);
    }

    /** A tier that is reached, and kept, by so many units in a period, and falls one level. */
    public static Tier of(String code, long reach, TimeSpan period) {
        return new Tier(code, code, Optional.of(reach), Optional.empty(), Optional.of(period), TierFall.ONE_LEVEL);
    }

    /** This tier, kept by another number of units. */
    public Tier keptBy(long units) {
        return new Tier(code, name, reach, Optional.of(units), period, falls);
    }

    /** This tier with another way to fall. */
    public Tier with(TierFall changed) {
        return new Tier(code, name, reach, keep, period, changed);
    }

    /** True where units of purchases lift to it. */
    public boolean hasUnits() {
        return reach.isPresent();
    }

    /** True where nothing but a code is said of it. */
    public boolean isOnlyNamed() {
        return equals(named(code));
    }

    /** Units that lift to it. */
    public long reached() {
        return reach.orElseThrow();
    }

    /** Units that hold it. */
    public long kept() {
        return keep.or(() -> reach).orElseThrow();
    }

    /** The length of its window and of the time until its review. */
    public TimeSpan window() {
        return period.orElseThrow();
    }

    /** True where a review can end it. */
    public boolean isReviewed() {
        return kept() > 0 && falls != TierFall.KEEP;
    }
}
