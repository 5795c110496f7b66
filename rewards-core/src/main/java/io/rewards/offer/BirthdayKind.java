package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.BirthdayCandidate;
import io.rewards.shape.Shape;
import io.rewards.shape.Words;
import java.util.List;

/** The participant's birthday. Source: domain 2.4 C13. */
final class BirthdayKind extends YearlyKind<Terms.Birthday, BirthdayCandidate> {

    private static final Shape<Terms.Birthday> SHAPE =
            Shape.of("The participant's birthday.", said -> new Terms.Birthday());

    BirthdayKind() {
        super(Classification.REWARD_ON_BIRTHDAY, Terms.Birthday.class, BirthdayCandidate.class, BirthdayCandidate::new);
    }

    @Override
    public Shape<Terms.Birthday> shape() {
        return SHAPE;
    }

    @Override
    public Terms.Birthday little(Amount amount, String code) {
        return new Terms.Birthday();
    }

    @Override
    List<String> asks(Terms.Birthday terms, Offer offer, Words words) {
        return List.of("a birthday");
    }

    @Override
    Occasion.What what() {
        return Occasion.What.BIRTHDAY;
    }
}
