package io.rewards.event;

import io.rewards.participant.Profile;

/**
 * What the host knows about a participant has changed. Immutable. Source: domain 4.3.
 *
 * @param header of the event
 * @param profile as it is now, whole
 * @param changedBy user or system that changed it, or empty
 */
public record ProfileChanged(EventHeader header, Profile profile, String changedBy) implements CustomerEvent {
    @Override
    public ProfileChanged withHeader(EventHeader changed) {
        return new ProfileChanged(changed, profile, changedBy);
    }
}
