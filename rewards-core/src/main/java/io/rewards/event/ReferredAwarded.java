package io.rewards.event;

import java.util.Optional;

/**
 * Somebody whom the participant had referred was awarded: for the first time since, or for the first time as an offer asks
 * for it. Immutable. Source: domain 2.4 C11.
 *
 * @param header of the event
 * @param referred id of the participant who was referred
 * @param referral key of the referral, as text
 * @param award what was awarded; empty where nobody said
 */
public record ReferredAwarded(EventHeader header, String referred, String referral, Optional<FriendsAward> award)
        implements RaisedEvent {

    /** An award of which nothing is told. */
    public ReferredAwarded(EventHeader header, String referred, String referral) {
        this(header, referred, referral, Optional.empty());
    }

    @Override
    public ReferredAwarded withHeader(EventHeader changed) {
        return new ReferredAwarded(changed, referred, referral, award);
    }
}
