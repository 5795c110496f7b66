package io.rewards.outlook;

import io.rewards.amount.Amount;
import io.rewards.decision.OfferProgress;
import io.rewards.notification.AwardedState;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one offer has given a participant, and how far the next award is. Immutable. Source: domain 9 A24, 10.
 *
 * @param offer code of the offer
 * @param states awarded or not, and whether little is missing for the next award
 * @param awards how often it has awarded the participant, duplicates that were replaced included
 * @param lastAwardedOn the date of the last of them
 * @param progress towards the next, where the offer counts or collects and something counts
 * @param awardedInYear what it has awarded in the twelve months before
 * @param weeklyAverage of that, in a year of 52 weeks
 * @param expiresOn the first instant at which money of the offer can no longer be spent, where some will expire
 */
public record OfferStanding(
        String offer,
        Set<AwardedState> states,
        long awards,
        Optional<Instant> lastAwardedOn,
        Optional<OfferProgress> progress,
        Amount awardedInYear,
        Amount weeklyAverage,
        Optional<Instant> expiresOn) {

    /** Copies the states. */
    public OfferStanding {
        states = Collections.unmodifiableSet(new TreeSet<>(states));
    }
}
