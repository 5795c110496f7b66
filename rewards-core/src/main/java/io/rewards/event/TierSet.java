package io.rewards.event;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody puts a participant into a tier by hand, where it stays until the end of the lock. Immutable. Source: domain 8.4.
 *
 * @param header of the event
 * @param tier code
 * @param reason why
 * @param user who decided it
 * @param until first instant at which the tier may rise and fall again; empty for no end
 */
public record TierSet(EventHeader header, String tier, String reason, String user, Optional<Instant> until)
        implements CustomerEvent {

    /** Without an end. */
    public TierSet(EventHeader header, String tier, String reason, String user) {
        this(header, tier, reason, user, Optional.empty());
    }

    @Override
    public TierSet withHeader(EventHeader changed) {
        return new TierSet(changed, tier, reason, user, until);
    }
}
