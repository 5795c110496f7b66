package io.rewards.offer;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.Classification;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.decision.FinancialAchievementsCandidate;
import io.rewards.shape.Field;
import io.rewards.shape.Said;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import io.rewards.shape.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Things achieved with an amount. Source: domain 2.4 C9. */
final class FinancialAchievementsKind
        extends CollectingKind<Terms.FinancialAchievements, FinancialAchievementsCandidate> {

    private static final Field<Terms.FinancialAchievements, Set<String>> ACHIEVEMENTS = achievements();
    private static final Field<Terms.FinancialAchievements, Boolean> ALL = all();
    private static final Field<Terms.FinancialAchievements, AwardLimit> LIMIT =
            Limits.field(Terms.FinancialAchievements::limit);
    private static final Field<Terms.FinancialAchievements, Optional<Amount>> FROM = Field.optional(
            "from",
            Type.PRICE,
            terms -> Optional.of(terms.from()),
            "The smallest amount of an event that counts, itself inside. 0 unless said.");
    private static final Field<Terms.FinancialAchievements, Optional<Amount>> TO =
            Field.optional("to", Type.PRICE, Terms.FinancialAchievements::to, "The largest, itself inside.");
    private static final Shape<Terms.FinancialAchievements> SHAPE = Shape.of(
            "Things achieved with an amount.", FinancialAchievementsKind::terms, ACHIEVEMENTS, ALL, LIMIT, FROM, TO);

    FinancialAchievementsKind() {
        super(
                Classification.REWARD_FINANCIAL_ACHIEVEMENTS,
                Terms.FinancialAchievements.class,
                FinancialAchievementsCandidate.class,
                FinancialAchievementsCandidate::new);
    }

    @Override
    public Shape<Terms.FinancialAchievements> shape() {
        return SHAPE;
    }

    @Override
    public Terms.FinancialAchievements little(Amount amount, String code) {
        return new Terms.FinancialAchievements(Set.of(code), true, AwardLimit.MULTIPLE, amount, Optional.of(amount));
    }

    @Override
    List<String> asks(Terms.FinancialAchievements terms, Offer offer, Words words) {
        String what = Phrases.collected(terms) + ", each of " + Phrases.range(terms.from(), terms.to(), words);
        return Phrases.limited(List.of(what), terms.limit(), words);
    }

    private static Terms.FinancialAchievements terms(Said said) {
        Amount from = said.of(FROM).orElseGet(() -> Amount.zero(said.currency()));
        return new Terms.FinancialAchievements(said.of(ACHIEVEMENTS), said.of(ALL), said.of(LIMIT), from, said.of(TO));
    }
}
