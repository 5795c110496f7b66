package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.NameDayCandidate;
import io.rewards.shape.Shape;
import io.rewards.shape.Words;
import java.util.List;

/** The participant's name day. Source: domain 2.4 C15. */
final class NameDayKind extends YearlyKind<Terms.NameDay, NameDayCandidate> {

    private static final Shape<Terms.NameDay> SHAPE =
            Shape.of("The participant's name day.", said -> new Terms.NameDay());

    NameDayKind() {
        super(Classification.REWARD_ON_NAME_DAY, Terms.NameDay.class, NameDayCandidate.class, NameDayCandidate::new);
    }

    @Override
    public Shape<Terms.NameDay> shape() {
        return SHAPE;
    }

    @Override
    public Terms.NameDay little(Amount amount, String code) {
        return new Terms.NameDay();
    }

    @Override
    List<String> asks(Terms.NameDay terms, Offer offer, Words words) {
        return List.of("a name day");
    }

    @Override
    Occasion.What what() {
        return Occasion.What.NAME_DAY;
    }
}
