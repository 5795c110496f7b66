package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.ReferralCandidate;
import io.rewards.shape.Shape;
import io.rewards.shape.Words;
import java.util.List;

/** Referring somebody who is then awarded. Source: domain 2.4 C11. */
final class ReferralsKind extends OfferKind<Terms.Referrals, ReferralCandidate> {

    private static final Shape<Terms.Referrals> SHAPE =
            Shape.of("A referred participant was awarded for the first time.", said -> new Terms.Referrals());

    ReferralsKind() {
        super(Classification.REWARD_REFERRALS, Terms.Referrals.class, ReferralCandidate.class, ReferralCandidate::new);
    }

    @Override
    public Shape<Terms.Referrals> shape() {
        return SHAPE;
    }

    @Override
    public Terms.Referrals little(Amount amount, String code) {
        return new Terms.Referrals();
    }

    @Override
    List<String> asks(Terms.Referrals terms, Offer offer, Words words) {
        return List.of("referring somebody, who is then awarded for the first time");
    }
}
