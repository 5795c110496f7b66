package io.rewards.event;

/**
 * A participant signs up to a scheme. Refused for an unknown scheme, a second sign-up and a code that is not right. Immutable. Source: domain 4.1, 4.2.
 *
 * @param header of the event
 * @param scheme code of the scheme
 * @param referenceCode that the scheme asks for, or empty
 */
public record SchemeSignUp(EventHeader header, String scheme, String referenceCode) implements CustomerEvent {
    @Override
    public SchemeSignUp withHeader(EventHeader changed) {
        return new SchemeSignUp(changed, scheme, referenceCode);
    }
}
