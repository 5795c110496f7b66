package io.rewards.tier;

import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Optional;

/**
 * That a participant got into another tier. Immutable. Source: domain 8.4.
 *
 * @param tier code; empty for no tier
 * @param on since when
 * @param why it changed
 * @param event that changed it; empty for a review, which is due at its day whatever event brings it about
 * @param period in which units count towards keeping it
 * @param lock that keeps it where it was set by hand
 */
public record TierChange(
        String tier, Instant on, Why why, Optional<EventKey> event, TierPeriod period, Optional<TierLock> lock) {

    /** Why a tier changes. */
    public enum Why {
        /** The units of a window lifted to it. */
        REACHED,
        /** The units of a period did not keep the one before. */
        FELL,
        /** Somebody set it by hand. */
        SET,
        /** A duplicate was in it. */
        MERGED
    }

    /** A purchase that lifts was decided with the tier before it, so the tier holds after its instant. */
    boolean holdsAt(Instant at) {
        return (why == Why.REACHED && event.isPresent()) ? on.isBefore(at) : !on.isAfter(at);
    }
}
