package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.time.TimeSpan;
import java.util.Optional;

/** Purchases that count towards a target within a period. Source: domain 2.4 C4 to C6. Immutable. */
public sealed interface AccumulatingTerms extends Terms
        permits Terms.SpendLoyalty, Terms.CountLoyalty, Terms.QuantityLoyalty {

    /** What to reach: smallest units of the currency, purchases, or pieces. */
    long targetUnits();

    /** Within which it is to be reached. */
    TimeSpan period();

    /**
     * What a purchase counts towards the target.
     *
     * @param base what its qualifying lines cost
     * @param pieces how many those are
     */
    long counts(Amount base, long pieces);

    /** What the target is counted in where that is money; empty where it is purchases or pieces. */
    default Optional<Denomination> denomination() {
        return Optional.empty();
    }

    /** True to use up exactly the targets reached and to carry the rest, false to use up whole purchases. */
    default boolean carries() {
        return false;
    }

    /** How many awards so many units are worth. */
    default long times(long units) {
        return carries() ? units / targetUnits() : units >= targetUnits() ? 1 : 0;
    }
}
