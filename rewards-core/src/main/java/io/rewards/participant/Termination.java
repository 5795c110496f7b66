package io.rewards.participant;

import java.time.Instant;
import java.util.Optional;

/**
 * The end of a participation. Immutable. Source: domain 4.6.
 *
 * @param reason why
 * @param on when
 * @param replacement who stays and what went over, for {@link TerminationReason#DUPLICATION}
 */
public record Termination(TerminationReason reason, Instant on, Optional<Replacement> replacement) {

    /** Id of the participant who stays, where one does. */
    public Optional<String> replacedBy() {
        return replacement.map(Replacement::participant);
    }
}
