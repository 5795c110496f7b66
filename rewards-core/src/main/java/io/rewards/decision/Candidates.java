package io.rewards.decision;

import io.rewards.account.Accumulation;
import io.rewards.account.Contribution;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.time.TimeSpan;

/** Makes the candidate of an offer: the one place that knows which classification has which record. */
final class Candidates {

    private static final boolean CARRY_THE_REST = true;
    private static final boolean USE_UP_WHOLE_PURCHASES = false;

    private Candidates() {}

    static Candidate of(Situation situation, Offer offer) {
        Qualifying qualifying = Qualifying.of(situation, offer);
        Terms terms = offer.terms();
        if (terms instanceof Terms.FreeCapacity) {
            return new FreeCapacityCandidate(situation, offer, qualifying);
        }
        if (terms instanceof Terms.TransactionRevenue) {
            return new TransactionRevenueCandidate(situation, offer, qualifying);
        }
        if (terms instanceof Terms.ProductRevenue) {
            return new ProductRevenueCandidate(situation, offer, qualifying);
        }
        if (terms instanceof Terms.SpendLoyalty spend) {
            long units = qualifying.base().units();
            return new SpendLoyaltyCandidate(
                    situation,
                    offer,
                    qualifying,
                    accumulate(
                            situation, offer, units, spend.target().units(), spend.period(), USE_UP_WHOLE_PURCHASES));
        }
        if (terms instanceof Terms.CountLoyalty count) {
            return new CountLoyaltyCandidate(
                    situation,
                    offer,
                    qualifying,
                    accumulate(situation, offer, 1, count.target(), count.period(), USE_UP_WHOLE_PURCHASES));
        }
        if (terms instanceof Terms.QuantityLoyalty pieces) {
            long units = qualifying.quantity();
            return new QuantityLoyaltyCandidate(
                    situation,
                    offer,
                    qualifying,
                    accumulate(situation, offer, units, pieces.target(), pieces.period(), CARRY_THE_REST));
        }
        throw new AssertionError("Unknown terms: " + terms);
    }

    private static Accumulation accumulate(
            Situation situation, Offer offer, long units, long target, TimeSpan period, boolean carry) {
        Contribution purchase = new Contribution(
                situation.purchase().key(), situation.purchase().performedOn(), units);
        return Accumulation.of(
                situation.account().progressOf(offer.code()), purchase, target, period, carry, situation.zone());
    }
}
