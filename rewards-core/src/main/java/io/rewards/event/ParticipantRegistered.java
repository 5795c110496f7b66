package io.rewards.event;

import io.rewards.participant.Profile;

/**
 * A customer becomes a participant. Refused for an id that is already registered. Immutable. Source: domain 4.3.
 *
 * @param header of the event
 * @param profile what the host knows about the participant
 */
public record ParticipantRegistered(EventHeader header, Profile profile) implements CustomerEvent {
    @Override
    public ParticipantRegistered withHeader(EventHeader changed) {
        return new ParticipantRegistered(changed, profile);
    }
}
