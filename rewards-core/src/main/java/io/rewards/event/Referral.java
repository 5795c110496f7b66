package io.rewards.event;

/**
 * A participant was referred by another; the event is about the one who was referred. Immutable. Source: domain 2.4 C11.
 *
 * @param header of the event
 * @param referrer id of the participant who referred
 */
public record Referral(EventHeader header, String referrer) implements CustomerEvent {
    @Override
    public Referral withHeader(EventHeader changed) {
        return new Referral(changed, referrer);
    }
}
