package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.QuantityLoyaltyCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.time.TimeSpan;
import java.util.List;

/** A number of pieces over a period. Source: domain 2.4 C6. */
final class QuantityLoyaltyKind extends CountingKind<Terms.QuantityLoyalty, QuantityLoyaltyCandidate> {

    private static final Field<Terms.QuantityLoyalty, Long> TARGET =
            Field.required("target", Type.NUMBER, Terms.QuantityLoyalty::target, "Number of pieces, 1 or more.");
    private static final Field<Terms.QuantityLoyalty, TimeSpan> PERIOD = period();
    private static final Shape<Terms.QuantityLoyalty> SHAPE = Shape.of(
            "A number of pieces within a period; conditions.products names the products.",
            said -> new Terms.QuantityLoyalty(said.of(TARGET), said.of(PERIOD)),
            TARGET,
            PERIOD);

    QuantityLoyaltyKind() {
        super(
                Classification.REWARD_LOYALTY_TRANSACTION_ITEM_QUANTITY_BASED,
                Terms.QuantityLoyalty.class,
                QuantityLoyaltyCandidate.class,
                QuantityLoyaltyCandidate::new);
    }

    @Override
    public Shape<Terms.QuantityLoyalty> shape() {
        return SHAPE;
    }

    @Override
    public Terms.QuantityLoyalty little(Amount amount, String code) {
        return new Terms.QuantityLoyalty(amount.units(), ONE_DAY);
    }

    @Override
    List<String> asks(Terms.QuantityLoyalty terms, Offer offer, Words words) {
        return Phrases.within(words.number(terms.target(), "piece") + " bought", terms, words);
    }
}
