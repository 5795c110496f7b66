package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.BehaviorCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Liking a page or visiting a website. Source: domain 2.4 C7. */
final class BehaviorKind extends OfferKind<Terms.Behavior, BehaviorCandidate> {

    private static final Field<Terms.Behavior, Optional<String>> PAGE =
            Field.optional("page", Type.TEXT, Terms.Behavior::page, "Whose likes are awarded.");
    private static final Field<Terms.Behavior, Optional<String>> WEBSITE =
            Field.optional("website", Type.TEXT, Terms.Behavior::website, "Whose visits are awarded.");
    private static final Field<Terms.Behavior, AwardLimit> LIMIT = Field.usual(
            "limit",
            Limits.TYPE,
            AwardLimit.ONLY_ONE,
            Terms.Behavior::limit,
            "For the same page or website. ONLY_ONE unless said.");
    private static final Shape<Terms.Behavior> SHAPE = Shape.of(
                    "A like of a page or a visit to a website.",
                    said -> new Terms.Behavior(said.of(PAGE), said.of(WEBSITE), said.of(LIMIT)),
                    PAGE,
                    WEBSITE,
                    LIMIT)
            .withSomeOf(PAGE, WEBSITE);

    BehaviorKind() {
        super(Classification.REWARD_BEHAVIOR, Terms.Behavior.class, BehaviorCandidate.class, BehaviorCandidate::new);
    }

    @Override
    public Shape<Terms.Behavior> shape() {
        return SHAPE;
    }

    @Override
    public Terms.Behavior little(Amount amount, String code) {
        return new Terms.Behavior(Optional.of(code), Optional.of(code), AwardLimit.ONLY_ONE);
    }

    @Override
    List<String> asks(Terms.Behavior terms, Offer offer, Words words) {
        List<String> what = new ArrayList<>();
        terms.page().ifPresent(page -> what.add("a like of " + page));
        terms.website().ifPresent(site -> what.add("a visit to " + site));
        return Phrases.limited(what, terms.limit(), words);
    }
}
