package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Trigger;
import io.rewards.event.EventKey;
import io.rewards.event.FriendsAward;
import io.rewards.event.ReferredAwarded;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Somebody whom the participant referred was awarded. Source: domain 2.4 C11. */
final class ReferredAwardedKind extends RaisedKind<ReferredAwarded> {

    private static final Field<ReferredAwarded, String> REFERRED =
            Field.required("referred", Type.TEXT, ReferredAwarded::referred, "Id of who was referred.");
    private static final Field<ReferredAwarded, String> REFERRAL =
            Field.required("referral", Type.TEXT, ReferredAwarded::referral, "The event that told so.");
    private static final Field<FriendsAward, EventKey> EVENT =
            Field.required("event", Type.KEY, FriendsAward::event, "The event that was awarded.");
    private static final Field<FriendsAward, String> OFFER_TYPE = Field.required(
            "offerType", Type.TEXT, FriendsAward::offerType, "Code of the type of the offer that awarded.");
    private static final Field<FriendsAward, Optional<Amount>> PURCHASE = Field.optional(
            "purchase", Type.PRICE, FriendsAward::purchase, "What counted of the purchase, where it was one.");
    private static final Field<FriendsAward, Instant> REFERRED_ON =
            Field.required("referredOn", Type.INSTANT, FriendsAward::referredOn, "Date of the referral.");
    private static final Field<FriendsAward, Instant> REGISTERED_ON = Field.required(
            "registeredOn", Type.INSTANT, FriendsAward::registeredOn, "When the one who was referred registered.");
    private static final Field<FriendsAward, Optional<Instant>> AWARDED_BEFORE = Field.optional(
            "awardedBefore", Type.INSTANT, FriendsAward::awardedBefore, "Date of the first award before the referral.");
    private static final Field<FriendsAward, Set<String>> COMPLETES = Field.usual(
            "completes",
            Type.TEXTS,
            Set.of(),
            FriendsAward::completes,
            "Codes of the offers for which it is the first award that they ask for.");
    private static final Field<ReferredAwarded, Optional<FriendsAward>> AWARD = Field.optional(
            "award",
            new Type.Part<>(Shape.of(
                    "What was awarded.",
                    said -> new FriendsAward(
                            said.of(EVENT),
                            said.of(OFFER_TYPE),
                            said.of(PURCHASE),
                            said.of(REFERRED_ON),
                            said.of(REGISTERED_ON),
                            said.of(AWARDED_BEFORE),
                            said.of(COMPLETES)),
                    EVENT,
                    OFFER_TYPE,
                    PURCHASE,
                    REFERRED_ON,
                    REGISTERED_ON,
                    AWARDED_BEFORE,
                    COMPLETES)),
            ReferredAwarded::award,
            "The award; nothing is known of it unless said.");
    private static final Shape<ReferredAwarded> SHAPE = Shape.of(
            "Somebody whom the participant referred was awarded.",
            said -> new ReferredAwarded(said.header(), said.of(REFERRED), said.of(REFERRAL), said.of(AWARD)),
            REFERRED,
            REFERRAL,
            AWARD);

    ReferredAwardedKind() {
        super(ReferredAwarded.class, "referred_awarded", Trigger.REFERRAL);
    }

    @Override
    ReferredAwarded mapped(ReferredAwarded event, UnaryOperator<Amount> change) {
        return new ReferredAwarded(
                event.header(),
                event.referred(),
                event.referral(),
                event.award()
                        .map(award -> new FriendsAward(
                                award.event(),
                                award.offerType(),
                                award.purchase().map(change),
                                award.referredOn(),
                                award.registeredOn(),
                                award.awardedBefore(),
                                award.completes())));
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
