package io.rewards.participant;

import java.time.Instant;

/**
 * By whom a participant was referred. Immutable. Source: domain 2.4 C11.
 *
 * @param event key of the referral, as text
 * @param referrer id of the participant who referred this one
 * @param on when
 * @param followedUp true when an award to this participant has been told to the referrer
 * @param times how often it was told: again where the award was taken back and another came
 */
public record ReferralRecord(String event, String referrer, Instant on, boolean followedUp, long times) {

    /** A referral that nobody was told of. */
    public ReferralRecord(String event, String referrer, Instant on, boolean followedUp) {
        this(event, referrer, on, followedUp, followedUp ? 1 : 0);
    }

    /** This referral, told to the referrer. */
    public ReferralRecord told() {
        return new ReferralRecord(event, referrer, on, true, times + 1);
    }

    /** This referral, as if the referrer had not been told: what was told of is no more. */
    public ReferralRecord untold() {
        return new ReferralRecord(event, referrer, on, false, times);
    }

    /** This referral, told as often as this. */
    public ReferralRecord withTimes(long number) {
        return new ReferralRecord(event, referrer, on, followedUp, number);
    }
}
