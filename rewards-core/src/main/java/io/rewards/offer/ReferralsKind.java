package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.QualifyingAwards;
import io.rewards.catalogue.Terms;
import io.rewards.decision.ReferralCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import io.rewards.time.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Referring somebody who is then awarded. Source: domain 2.4 C11. */
final class ReferralsKind extends OfferKind<Terms.Referrals, ReferralCandidate> {

    private static final Field<QualifyingAwards, Set<Classification>> CLASSIFICATIONS = Field.usual(
            "classifications",
            new Type.Any<>(new Type.OneOf<>(Classification.class)),
            Set.of(),
            QualifyingAwards::classifications,
            "Whose awards complete the referral.");
    private static final Field<QualifyingAwards, Set<String>> TYPES = Field.usual(
            "types", Type.TEXTS, Set.of(), QualifyingAwards::types, "Codes of offer types whose awards complete it.");
    private static final Field<Terms.Referrals, QualifyingAwards> QUALIFYING = Field.usual(
            "qualifying",
            new Type.Part<>(Shape.of(
                            "Which awards complete the referral: those of one of these. All unless said.",
                            said -> new QualifyingAwards(said.of(CLASSIFICATIONS), said.of(TYPES)),
                            CLASSIFICATIONS,
                            TYPES)
                    .withSomeOf(CLASSIFICATIONS, TYPES)),
            QualifyingAwards.ALL,
            Terms.Referrals::qualifying,
            "Which awards of who was referred complete the referral. All unless said.");
    private static final Field<Terms.Referrals, Optional<Amount>> MINIMUM_PURCHASE = Field.optional(
            "minimumPurchase",
            Type.PRICE,
            Terms.Referrals::minimumPurchase,
            "The least that must count of the purchase that was awarded. None unless said.");
    private static final Field<Terms.Referrals, Optional<TimeSpan>> WITHIN = Field.optional(
            "within",
            Type.SPAN,
            Terms.Referrals::within,
            "How long after the referral the award must come, before the end of it. Any time unless said.");
    private static final Field<Terms.Referrals, Optional<TimeSpan>> NEW_ONLY = Field.optional(
            "newOnly",
            Type.SPAN,
            Terms.Referrals::newOnly,
            "How long before the referral who was referred may have registered, never awarded before it. Anybody unless said.");
    private static final Shape<Terms.Referrals> SHAPE = Shape.of(
            "A referred participant was awarded for the first time.",
            said -> new Terms.Referrals(
                    said.of(QUALIFYING), said.of(MINIMUM_PURCHASE), said.of(WITHIN), said.of(NEW_ONLY)),
            QUALIFYING,
            MINIMUM_PURCHASE,
            WITHIN,
            NEW_ONLY);

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
        List<String> what = new ArrayList<>();
        what.add("referring somebody, who is then awarded for the first time"
                + (terms.qualifying().equals(QualifyingAwards.ALL) ? "" : " by " + terms.qualifying()));
        terms.minimumPurchase().ifPresent(least -> what.add("for a purchase of " + words.amount(least) + " or more"));
        terms.within().ifPresent(span -> what.add("within " + words.span(span) + " after the referral"));
        terms.newOnly()
                .ifPresent(span -> what.add("only who registered at most " + words.span(span)
                        + " before the referral and was not awarded before it"));
        return what;
    }
}
