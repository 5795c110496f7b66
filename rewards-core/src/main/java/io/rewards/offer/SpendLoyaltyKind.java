package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.SpendLoyaltyCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.time.TimeSpan;
import java.util.List;

/** Spending over a period. Source: domain 2.4 C4. */
final class SpendLoyaltyKind extends CountingKind<Terms.SpendLoyalty, SpendLoyaltyCandidate> {

    private static final Field<Terms.SpendLoyalty, Amount> TARGET =
            Field.required("target", Type.PRICE, Terms.SpendLoyalty::target, "To spend, reached when equal.");
    private static final Field<Terms.SpendLoyalty, TimeSpan> PERIOD = period();
    private static final Shape<Terms.SpendLoyalty> SHAPE = Shape.of(
            "An amount to spend within a period.",
            said -> new Terms.SpendLoyalty(said.of(TARGET), said.of(PERIOD)),
            TARGET,
            PERIOD);

    SpendLoyaltyKind() {
        super(
                Classification.REWARD_LOYALTY_TRANSACTION_AMOUNT_BASED,
                Terms.SpendLoyalty.class,
                SpendLoyaltyCandidate.class,
                SpendLoyaltyCandidate::new);
    }

    @Override
    public Shape<Terms.SpendLoyalty> shape() {
        return SHAPE;
    }

    @Override
    public Terms.SpendLoyalty little(Amount amount, String code) {
        return new Terms.SpendLoyalty(amount, ONE_DAY);
    }

    @Override
    List<String> asks(Terms.SpendLoyalty terms, Offer offer, Words words) {
        return Phrases.within("purchases of " + words.amount(terms.target()), terms, words);
    }
}
