package io.rewards.participant;

import java.time.Instant;

/**
 * By whom a participant was referred. Immutable. Source: domain 2.4 C11.
 *
 * @param event key of the referral, as text
 * @param referrer id of the participant who referred this one
 * @param on when
 * @param followedUp true when an award to this participant has been told to the referrer
 */
public record ReferralRecord(String event, String referrer, Instant on, boolean followedUp) {

    /** This referral, told to the referrer. */
    public ReferralRecord told() {
        return new ReferralRecord(event, referrer, on, true);
    }
}
