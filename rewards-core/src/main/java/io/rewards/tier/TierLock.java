package io.rewards.tier;

import java.time.Instant;
import java.util.Optional;

/**
 * That a tier was set by hand and neither rises nor falls. Immutable. Source: domain 8.4.
 *
 * @param reason for people
 * @param user who set it
 * @param until first instant at which it no longer holds; empty for no end
 */
public record TierLock(String reason, String user, Optional<Instant> until) {

    /** True where it holds at {@code at}. */
    public boolean holdsAt(Instant at) {
        return until.filter(end -> !end.isAfter(at)).isEmpty();
    }
}
