package io.rewards.event;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The award for which a referrer was awarded is no more. Immutable. Source: domain 12.1 Q31.
 *
 * @param header of the event
 * @param referred id of the participant who was referred
 * @param award of the event that awarded the referrer
 * @param offers codes of the offers whose awards go; empty for all of that event
 */
public record ReferralCancelled(EventHeader header, String referred, EventKey award, Set<String> offers)
        implements RaisedEvent {

    /** Copies the codes. */
    public ReferralCancelled {
        offers = Collections.unmodifiableSet(new TreeSet<>(offers));
    }

    /** All that the event awarded goes. */
    public ReferralCancelled(EventHeader header, String referred, EventKey award) {
        this(header, referred, award, Set.of());
    }

    @Override
    public ReferralCancelled withHeader(EventHeader changed) {
        return new ReferralCancelled(changed, referred, award, offers);
    }
}
