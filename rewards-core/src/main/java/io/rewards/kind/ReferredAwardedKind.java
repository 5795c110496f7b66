package io.rewards.kind;

import io.rewards.catalogue.Trigger;
import io.rewards.event.ReferredAwarded;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;

/** Somebody whom the participant referred was awarded. Source: domain 2.4 C11. */
final class ReferredAwardedKind extends RaisedKind<ReferredAwarded> {

    private static final Field<ReferredAwarded, String> REFERRED =
            Field.required("referred", Type.TEXT, ReferredAwarded::referred, "Id of who was referred.");
    private static final Field<ReferredAwarded, String> REFERRAL =
            Field.required("referral", Type.TEXT, ReferredAwarded::referral, "The event that told so.");
    private static final Shape<ReferredAwarded> SHAPE = Shape.of(
            "Somebody whom the participant referred was awarded.",
            said -> new ReferredAwarded(said.header(), said.of(REFERRED), said.of(REFERRAL)),
            REFERRED,
            REFERRAL);

    ReferredAwardedKind() {
        super(ReferredAwarded.class, "referred_awarded", Trigger.REFERRAL);
    }

    @Override
    public Shape<ReferredAwarded> shape() {
        return SHAPE;
    }

    @Override
    public String awards(ReferredAwarded event) {
        return "for referring " + event.referred();
    }
}
