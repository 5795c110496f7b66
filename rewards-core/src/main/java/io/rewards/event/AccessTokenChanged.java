package io.rewards.event;

/**
 * An access token identifies a participant, or no longer does. Only its hash is known. Immutable. Source: domain 4.3, 4.7.
 *
 * @param header of the event
 * @param tokenHash hash of the token; empty where the engine makes it, until it has
 * @param valid true when it identifies the participant from now on
 * @param generate true when the engine makes the token, and tells it once
 */
public record AccessTokenChanged(EventHeader header, String tokenHash, boolean valid, boolean generate)
        implements CustomerEvent {

    /** Refuses an event that neither names a token nor has one made. */
    public AccessTokenChanged {
        if (tokenHash.isEmpty() && !generate) {
            throw new IllegalArgumentException("The event must have a tokenHash, or generate a token.");
        }
    }

    /** A token of the host. */
    public AccessTokenChanged(EventHeader header, String tokenHash, boolean valid) {
        this(header, tokenHash, valid, false);
    }

    /** The engine makes a token, by the key that it was built with, and the outcome tells it. */
    public static AccessTokenChanged generated(EventHeader header) {
        return new AccessTokenChanged(header, "", true, true);
    }

    /** The same of a token with this hash. */
    public AccessTokenChanged withTokenHash(String hash) {
        return new AccessTokenChanged(header, hash, valid, generate);
    }

    @Override
    public AccessTokenChanged withHeader(EventHeader changed) {
        return new AccessTokenChanged(changed, tokenHash, valid, generate);
    }
}
