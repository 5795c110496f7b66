package io.rewards.event;

import io.rewards.participant.Profile;
import io.rewards.participant.ProfileChange;

/**
 * What the host knows about a participant has changed. Immutable. Source: domain 4.3.
 *
 * @param header of the event
 * @param change of the profile: some fields of it, or the whole
 * @param changedBy user or system that changed it, or empty
 */
public record ProfileChanged(EventHeader header, ProfileChange change, String changedBy) implements CustomerEvent {

    /** The profile is another one as a whole. */
    public ProfileChanged(EventHeader header, Profile profile, String changedBy) {
        this(header, ProfileChange.replacingBy(profile), changedBy);
    }

    @Override
    public ProfileChanged withHeader(EventHeader changed) {
        return new ProfileChanged(changed, change, changedBy);
    }
}
