package io.rewards.event;

/**
 * An access token identifies a participant, or no longer does. Only its hash is known. Immutable. Source: domain 4.3.
 *
 * @param header of the event
 * @param tokenHash hash of the token
 * @param valid true when it identifies the participant from now on
 */
public record AccessTokenChanged(EventHeader header, String tokenHash, boolean valid) implements CustomerEvent {
    @Override
    public AccessTokenChanged withHeader(EventHeader changed) {
        return new AccessTokenChanged(changed, tokenHash, valid);
    }
}
