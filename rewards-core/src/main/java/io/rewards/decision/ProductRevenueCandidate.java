package io.rewards.decision;

import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;

/** An offer for certain products. Immutable. Source: domain 2.4 C3. */
public record ProductRevenueCandidate(Situation situation, Offer offer, Qualifying qualifying) implements Candidate {

    @Override
    public long piecesAwarded() {
        Terms.ProductRevenue terms = (Terms.ProductRevenue) offer.terms();
        return terms.scope() == AwardScope.PER_TRANSACTION_ITEM ? quantity() : 1;
    }
}
