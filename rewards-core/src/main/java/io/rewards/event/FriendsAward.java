package io.rewards.event;

import io.rewards.amount.Amount;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The award of somebody who was referred, as the referrer is told of it, and what else offers ask about that one.
 * Immutable. Source: domain 2.4 C11.
 *
 * @param event that was awarded
 * @param offerType code of the type of the offer that awarded
 * @param purchase what counted of the purchase that was awarded; empty where it was none
 * @param referredOn date of the referral
 * @param registeredOn when the one who was referred registered
 * @param awardedBefore date of the first award before the referral, if there was one
 * @param completes codes of the offers for which it is the first award that they ask for
 */
public record FriendsAward(
        EventKey event,
        String offerType,
        Optional<Amount> purchase,
        Instant referredOn,
        Instant registeredOn,
        Optional<Instant> awardedBefore,
        Set<String> completes) {

    /** Copies the codes. */
    public FriendsAward {
        completes = Collections.unmodifiableSet(new TreeSet<>(completes));
    }
}
