package io.rewards.store;

import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantState;
import io.rewards.participant.Termination;
import java.util.Optional;

/**
 * What others may know of a participant. Immutable. Source: domain 4.6.
 *
 * @param state of the participant
 * @param replacedBy id of the participant who replaces this one, where one does
 */
public record Listed(ParticipantState state, Optional<String> replacedBy) {

    /** What others may know of {@code participant}. */
    public static Listed of(Participant participant) {
        return new Listed(participant.state(), participant.termination().flatMap(Termination::replacedBy));
    }
}
