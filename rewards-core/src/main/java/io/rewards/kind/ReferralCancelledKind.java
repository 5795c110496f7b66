package io.rewards.kind;

import io.rewards.decision.Moment;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.event.ReferralCancelled;
import io.rewards.past.Needs;
import io.rewards.resolve.Context;
import io.rewards.resolve.Returns;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import java.util.Optional;
import java.util.Set;

/** What brought a referrer an award is no more. Source: domain 12.1 Q31. */
final class ReferralCancelledKind extends RaisedKind<ReferralCancelled> {

    private static final Field<ReferralCancelled, String> REFERRED =
            Field.required("referred", Type.TEXT, ReferralCancelled::referred, "Id of who was referred.");
    private static final Field<ReferralCancelled, EventKey> AWARD =
            Field.required("award", Type.KEY, ReferralCancelled::award, "The event that was awarded.");
    private static final Field<ReferralCancelled, Set<String>> OFFERS = Field.usual(
            "offers",
            Type.TEXTS,
            Set.of(),
            ReferralCancelled::offers,
            "Codes of the offers whose awards go. All unless said.");
    private static final Shape<ReferralCancelled> SHAPE = Shape.of(
            "What brought a referrer an award is no more.",
            said -> new ReferralCancelled(said.header(), said.of(REFERRED), said.of(AWARD), said.of(OFFERS)),
            REFERRED,
            AWARD,
            OFFERS);

    ReferralCancelledKind() {
        super(ReferralCancelled.class, "referral_cancelled");
    }

    @Override
    public Shape<ReferralCancelled> shape() {
        return SHAPE;
    }

    @Override
    public Needs needs(ReferralCancelled event) {
        return Needs.ofEvent(event.award());
    }

    @Override
    public Optional<Effect> moved(ReferralCancelled event, Moment moment, Context context) {
        Returns returns = new Returns(moment, context, "");
        returns.awardsOf(event.award(), event.offers());
        return Optional.of(returns.effect());
    }

    @Override
    public boolean isNeverRefused() {
        return true;
    }

    @Override
    public String undoes(ReferralCancelled event, Telling telling) {
        return "the referred participant has no award any more";
    }
}
