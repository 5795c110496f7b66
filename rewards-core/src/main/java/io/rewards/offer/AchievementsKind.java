package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.AchievementsCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Words;
import java.util.List;
import java.util.Set;

/** Things achieved. Source: domain 2.4 C8. */
final class AchievementsKind extends CollectingKind<Terms.Achievements, AchievementsCandidate> {

    private static final Field<Terms.Achievements, Set<String>> ACHIEVEMENTS = achievements();
    private static final Field<Terms.Achievements, Boolean> ALL = all();
    private static final Field<Terms.Achievements, AwardLimit> LIMIT = Limits.field(Terms.Achievements::limit);
    private static final Shape<Terms.Achievements> SHAPE = Shape.of(
            "Things achieved.",
            said -> new Terms.Achievements(said.of(ACHIEVEMENTS), said.of(ALL), said.of(LIMIT)),
            ACHIEVEMENTS,
            ALL,
            LIMIT);

    AchievementsKind() {
        super(
                Classification.REWARD_ACHIEVEMENTS,
                Terms.Achievements.class,
                AchievementsCandidate.class,
                AchievementsCandidate::new);
    }

    @Override
    public Shape<Terms.Achievements> shape() {
        return SHAPE;
    }

    @Override
    public Terms.Achievements little(Amount amount, String code) {
        return new Terms.Achievements(Set.of(code), true, AwardLimit.MULTIPLE);
    }

    @Override
    List<String> asks(Terms.Achievements terms, Offer offer, Words words) {
        return Phrases.limited(List.of(Phrases.collected(terms)), terms.limit(), words);
    }
}
