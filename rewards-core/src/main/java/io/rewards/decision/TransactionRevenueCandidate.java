package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;

/** An offer for purchases of a certain size. Immutable. Source: domain 2.4 C2. */
public record TransactionRevenueCandidate(Situation situation, Offer offer, Qualifying qualifying)
        implements Candidate {

    /** The smallest base that earns the award. */
    public Amount minimum() {
        return terms().from();
    }

    /** The largest base that earns the award; the largest amount there is where the offer sets none. */
    public Amount maximum() {
        return terms().to().orElseGet(() -> new Amount(base().denomination(), Long.MAX_VALUE));
    }

    private Terms.TransactionRevenue terms() {
        return (Terms.TransactionRevenue) offer.terms();
    }
}
