package io.rewards.event;

/**
 * Somebody whom the participant had referred was awarded for the first time since. Immutable. Source: domain 2.4 C11.
 *
 * @param header of the event
 * @param referred id of the participant who was referred
 * @param referral key of the referral, as text
 */
public record ReferredAwarded(EventHeader header, String referred, String referral) implements RaisedEvent {
    @Override
    public ReferredAwarded withHeader(EventHeader changed) {
        return new ReferredAwarded(changed, referred, referral);
    }
}
