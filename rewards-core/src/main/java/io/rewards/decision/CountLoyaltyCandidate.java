package io.rewards.decision;

import io.rewards.account.Accumulation;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;

/** An offer for a number of purchases over a period. Immutable. Source: domain 2.4 C5. */
public record CountLoyaltyCandidate(Situation situation, Offer offer, Qualifying qualifying, Accumulation accumulation)
        implements AccumulatingCandidate {

    /** How many purchases the participant has made within the period, this one included. */
    public long accumulated() {
        return accumulation.sum();
    }

    /** How many purchases must be made within the period. */
    public long target() {
        return ((Terms.CountLoyalty) offer.terms()).target();
    }
}
