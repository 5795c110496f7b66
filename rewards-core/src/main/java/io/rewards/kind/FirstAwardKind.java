package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.FirstAward;
import io.rewards.shape.Shape;

/** The participant was awarded for the first time. Source: domain 2.4 C12. */
final class FirstAwardKind extends RaisedKind<FirstAward> {

    private static final Shape<FirstAward> SHAPE =
            Shape.of("The participant was awarded for the first time.", said -> new FirstAward(said.header()));

    FirstAwardKind() {
        super(FirstAward.class, "first_award", Trigger.SIGN_UP);
    }

    @Override
    public Shape<FirstAward> shape() {
        return SHAPE;
    }

    @Override
    public String awards(FirstAward event) {
        return "for signing up";
    }
}
