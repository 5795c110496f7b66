package io.rewards.event;

import io.rewards.participant.Replacement;
import io.rewards.participant.TerminationReason;
import java.util.Optional;

/**
 * A participant leaves for good; later events are refused. Immutable. Source: domain 4.6.
 *
 * @param header of the event
 * @param reason why
 * @param replacement who stays, for a duplicate; empty for other reasons
 */
public record ParticipantTerminated(EventHeader header, TerminationReason reason, Optional<Replacement> replacement)
        implements CustomerEvent {
    @Override
    public ParticipantTerminated withHeader(EventHeader changed) {
        return new ParticipantTerminated(changed, reason, replacement);
    }
}
