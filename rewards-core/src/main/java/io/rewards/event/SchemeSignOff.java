package io.rewards.event;

/**
 * A participant leaves a scheme. The money stays. Immutable. Source: domain 4.2.
 *
 * @param header of the event
 * @param scheme code of the scheme
 */
public record SchemeSignOff(EventHeader header, String scheme) implements CustomerEvent {
    @Override
    public SchemeSignOff withHeader(EventHeader changed) {
        return new SchemeSignOff(changed, scheme);
    }
}
