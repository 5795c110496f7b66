package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.TargetExcess;
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
    private static final Field<Terms.SpendLoyalty, TargetExcess> EXCESS = Field.usual(
            "excess",
            new Type.OneOf<>(TargetExcess.class),
            TargetExcess.DROP,
            Terms.SpendLoyalty::excess,
            "Whether what is spent beyond the target is used up with it, or every full target awards and the rest counts"
                    + " towards the next. DROP unless said.");
    private static final Shape<Terms.SpendLoyalty> SHAPE = Shape.of(
            "An amount to spend within a period.",
            said -> new Terms.SpendLoyalty(said.of(TARGET), said.of(PERIOD), said.of(EXCESS)),
            TARGET,
            PERIOD,
            EXCESS);

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
        String carried = terms.excess() == TargetExcess.CARRY ? " each time, the rest carried," : "";
        return Phrases.within("purchases of " + words.amount(terms.target()) + carried, terms, words);
    }
}
