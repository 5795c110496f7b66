package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.CountLoyaltyCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.time.TimeSpan;
import java.util.List;

/** A number of purchases over a period. Source: domain 2.4 C5. */
final class CountLoyaltyKind extends CountingKind<Terms.CountLoyalty, CountLoyaltyCandidate> {

    private static final Field<Terms.CountLoyalty, Long> TARGET =
            Field.required("target", Type.NUMBER, Terms.CountLoyalty::target, "Number of purchases, 1 or more.");
    private static final Field<Terms.CountLoyalty, TimeSpan> PERIOD = period();
    private static final Shape<Terms.CountLoyalty> SHAPE = Shape.of(
            "A number of purchases within a period.",
            said -> new Terms.CountLoyalty(said.of(TARGET), said.of(PERIOD)),
            TARGET,
            PERIOD);

    CountLoyaltyKind() {
        super(
                Classification.REWARD_LOYALTY_TRANSACTION_NUMBER_BASED,
                Terms.CountLoyalty.class,
                CountLoyaltyCandidate.class,
                CountLoyaltyCandidate::new);
    }

    @Override
    public Shape<Terms.CountLoyalty> shape() {
        return SHAPE;
    }

    @Override
    public Terms.CountLoyalty little(Amount amount, String code) {
        return new Terms.CountLoyalty(amount.units(), ONE_DAY);
    }

    @Override
    List<String> asks(Terms.CountLoyalty terms, Offer offer, Words words) {
        return Phrases.within(words.number(terms.target(), "purchase"), terms, words);
    }
}
