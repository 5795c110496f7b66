package io.rewards.event;

/**
 * A participant wants to sign up to a scheme that verifies e-mail addresses; the host has sent a code. Immutable. Source: domain 4.1.
 *
 * @param header of the event
 * @param scheme code of the scheme
 * @param email address that the code was sent to
 * @param codeHash hash of the code
 */
public record SchemeSignUpRequested(EventHeader header, String scheme, String email, String codeHash)
        implements CustomerEvent {
    @Override
    public SchemeSignUpRequested withHeader(EventHeader changed) {
        return new SchemeSignUpRequested(changed, scheme, email, codeHash);
    }
}
