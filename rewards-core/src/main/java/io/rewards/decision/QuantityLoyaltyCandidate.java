package io.rewards.decision;

import io.rewards.account.Accumulation;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;

/** An offer for a number of pieces over a period. Immutable. Source: domain 2.4 C6. */
public record QuantityLoyaltyCandidate(
        Situation situation, Offer offer, Qualifying qualifying, Accumulation accumulation)
        implements AccumulatingCandidate {

    /** How many pieces the participant has bought within the period, those of this purchase included. */
    public long accumulated() {
        return accumulation.sum();
    }

    /** How many pieces must be bought within the period. */
    public long target() {
        return ((Terms.QuantityLoyalty) offer.terms()).target();
    }

    @Override
    public long awardTimes() {
        return accumulation.times();
    }
}
