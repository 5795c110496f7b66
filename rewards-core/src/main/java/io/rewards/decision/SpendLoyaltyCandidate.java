package io.rewards.decision;

import io.rewards.account.Accumulation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;

/** An offer for spending over a period. Immutable. Source: domain 2.4 C4. */
public record SpendLoyaltyCandidate(Situation situation, Offer offer, Qualifying qualifying, Accumulation accumulation)
        implements AccumulatingCandidate {

    /** What the participant has spent within the period, this purchase included. */
    public Amount accumulated() {
        return new Amount(base().denomination(), accumulation.sum());
    }

    /** What must be spent within the period. */
    public Amount target() {
        return terms().target();
    }

    @Override
    public Amount percentageBase() {
        return new Amount(base().denomination(), accumulation.rewarded());
    }

    @Override
    public long awardTimes() {
        return terms().times(accumulation.sum());
    }

    private Terms.SpendLoyalty terms() {
        return (Terms.SpendLoyalty) offer.terms();
    }
}
