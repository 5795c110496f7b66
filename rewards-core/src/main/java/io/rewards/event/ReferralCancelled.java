package io.rewards.event;

/**
 * The award for which a referrer was awarded is no more. Immutable. Source: domain 12.1 Q31.
 *
 * @param header of the event
 * @param referred id of the participant who was referred
 * @param award of the event that awarded the referrer
 */
public record ReferralCancelled(EventHeader header, String referred, EventKey award) implements RaisedEvent {
    @Override
    public ReferralCancelled withHeader(EventHeader changed) {
        return new ReferralCancelled(changed, referred, award);
    }
}
