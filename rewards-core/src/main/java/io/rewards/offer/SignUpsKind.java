package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.SignUpCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.List;

/** Signing up to the scheme. Source: domain 2.4 C12. */
final class SignUpsKind extends OfferKind<Terms.SignUps, SignUpCandidate> {

    private static final Field<Terms.SignUps, Boolean> REQUIRE_PRIOR_AWARD = Field.usual(
            "requirePriorAward",
            Type.TRUTH,
            false,
            Terms.SignUps::requirePriorAward,
            "Whether to wait until another offer has awarded the participant. False unless said.");
    private static final Shape<Terms.SignUps> SHAPE = Shape.of(
            "A sign-up to the scheme of the offer.",
            said -> new Terms.SignUps(said.of(REQUIRE_PRIOR_AWARD)),
            REQUIRE_PRIOR_AWARD);

    SignUpsKind() {
        super(Classification.REWARD_SIGN_UPS, Terms.SignUps.class, SignUpCandidate.class, SignUpCandidate::new);
    }

    @Override
    public Shape<Terms.SignUps> shape() {
        return SHAPE;
    }

    @Override
    public Terms.SignUps little(Amount amount, String code) {
        return new Terms.SignUps(true);
    }

    @Override
    List<String> asks(Terms.SignUps terms, Offer offer, Words words) {
        return List.of("signing up to " + offer.scheme()
                + (terms.requirePriorAward() ? ", once another offer has awarded" : ""));
    }
}
