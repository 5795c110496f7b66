package io.rewards.event;

import io.rewards.participant.TerminationReason;

/**
 * A participant leaves for good; later events are refused. Immutable. Source: domain 4.6.
 *
 * @param header of the event
 * @param reason why
 */
public record ParticipantTerminated(EventHeader header, TerminationReason reason) implements CustomerEvent {
    @Override
    public ParticipantTerminated withHeader(EventHeader changed) {
        return new ParticipantTerminated(changed, reason);
    }
}
