package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardScope;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.ProductSet;
import io.rewards.catalogue.Terms;
import java.util.Optional;

/**
 * An offer for certain products, or for sets of them. Immutable. Source: domain 2.4 C3.
 *
 * @param situation in which it is asked
 * @param offer in question
 * @param qualifying lines that count for it
 * @param bought sets of the purchase; empty where the offer is for no sets
 */
public record ProductRevenueCandidate(
        Situation situation, Offer offer, Qualifying qualifying, Optional<SetsBought> bought) implements Candidate {

    /** Finds the sets. */
    public ProductRevenueCandidate(Situation situation, Offer offer, Qualifying qualifying) {
        this(
                situation,
                offer,
                qualifying,
                offer.terms()
                        .sets()
                        .map(set -> SetsBought.of(
                                set,
                                qualifying,
                                offer.base().award(situation.catalogue().settings()))));
    }

    /** True when the purchase has a complete set, or the offer is for no sets. */
    public boolean setComplete() {
        return bought.filter(sets -> sets.number() == 0).isEmpty();
    }

    /** How many pieces make a set; 0 where the offer is for no sets. */
    public long setPieces() {
        return bought.map(SetsBought::set).map(ProductSet::pieces).orElse(0L);
    }

    /** How many of the pieces of one set the purchase has. */
    public long setPiecesBought() {
        return bought.map(SetsBought::piecesFound).orElse(0L);
    }

    /** What one set lacks, in words; empty where it lacks nothing. */
    public String setPiecesMissing() {
        return bought.map(SetsBought::missing).orElse("");
    }

    @Override
    public String productsWanted() {
        return bought.map(SetsBought::set)
                .map(set -> set.products()
                        + (offer.conditions().products().isAll()
                                ? ""
                                : ", within " + offer.conditions().products()))
                .orElseGet(Candidate.super::productsWanted);
    }

    @Override
    public AwardedFor awardedFor() {
        return bought.map(SetsBought::pieces).orElseGet(Candidate.super::awardedFor);
    }

    @Override
    public Amount percentageBase() {
        return bought.map(sets -> sets.pieces().base()).orElseGet(Candidate.super::percentageBase);
    }

    @Override
    public long piecesAwarded() {
        Terms.ProductRevenue terms = (Terms.ProductRevenue) offer.terms();
        return bought.map(SetsBought::number)
                .orElseGet(() -> terms.scope() == AwardScope.PER_TRANSACTION_ITEM ? quantity() : 1);
    }
}
