package io.rewards.catalogue;

/**
 * The limits of an offer. Immutable. Source: domain 12.1 Q13.
 *
 * @param perParticipant for each participant
 * @param total for all participants together
 */
public record Caps(Cap perParticipant, Cap total) {

    /** No limits. */
    public static final Caps NONE = new Caps(Cap.NONE, Cap.NONE);
}
