package io.rewards.catalogue;

import java.util.Optional;

/**
 * Whether something happens at a merchant for its own participants, and for those of others. Immutable. Source: domain 7.2.
 *
 * @param own for participants who registered in the merchant's group; empty where the agreement does not say
 * @param others for all others; empty where the agreement does not say
 */
public record ParticipantsAllowed(Optional<Boolean> own, Optional<Boolean> others) {

    /** Nothing is said. */
    public static final ParticipantsAllowed UNSAID = new ParticipantsAllowed(Optional.empty(), Optional.empty());

    /** Both are said. */
    public static ParticipantsAllowed of(boolean own, boolean others) {
        return new ParticipantsAllowed(Optional.of(own), Optional.of(others));
    }
}
