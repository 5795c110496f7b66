package io.rewards.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.decision.Candidate;
import io.rewards.rules.RandomShop;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Drools has two compilers for rules. We use the older one; that rule files mean the same to the other keeps the way to
 * it open. It reads the files as they stand, so the comparison also covers what {@link DrlWriter} writes.
 */
class ExecutableModelTest {

    private static final long SEED = 4711;
    private static final int SHOPS = 40;

    @Test
    void theBuiltInRulesMeanTheSameToBothCompilers() {
        requireSameAnswers(RulePack.builtIn(), SHOPS);
    }

    @Test
    void conditionsOfEveryKindMeanTheSameToBothCompilers() {
        String[] rules = ConditionMeaningTest.someConditions(6).stream()
                .map(condition ->
                        RuleTexts.rule(condition.id(), condition.type().getSimpleName(), condition.text()))
                .toArray(String[]::new);
        requireSameAnswers(RuleTexts.pack(RuleTexts.file(rules)), 5);
    }

    private static void requireSameAnswers(RulePack pack, int shops) {
        RuleSet ours = DroolsRuleCompiler.compile(pack);
        ExecutableRules other = ExecutableRules.compile(pack);
        for (long seed = SEED; seed < SEED + shops; seed++) {
            RandomShop shop = new RandomShop(seed);
            for (int event = 0; event < 5; event++) {
                List<Candidate> candidates = shop.candidates();
                assertThat(ours.answer(candidates)).as("seed %s", seed).isEqualTo(other.answer(candidates));
            }
        }
    }
}
