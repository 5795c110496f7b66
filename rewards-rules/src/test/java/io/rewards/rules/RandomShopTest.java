package io.rewards.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.decision.Answer;
import io.rewards.rules.drools.DroolsRuleCompiler;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomShopTest {

    @Test
    void theSameSeedGivesTheSameShop() {
        RandomShop one = new RandomShop(5);
        RandomShop two = new RandomShop(5);

        assertThat(one.catalogue().programme()).isEqualTo(two.catalogue().programme());
        assertThat(one.situation().event()).isEqualTo(two.situation().event());
        assertThat(one.situation().account()).isEqualTo(two.situation().account());
        assertThat(new RandomShop(6).catalogue().programme())
                .isNotEqualTo(one.catalogue().programme());
    }

    @Test
    void everyBuiltInRuleFiresInSomeShop() {
        RuleSet rules = DroolsRuleCompiler.builtIn();
        Set<String> fired = new TreeSet<>();
        int applying = 0;
        for (long seed = 0; seed < 60; seed++) {
            RandomShop shop = new RandomShop(seed);
            for (int event = 0; event < 15; event++) {
                for (Answer answer : rules.answer(shop.candidates())) {
                    answer.grants().forEach(grant -> fired.add(grant.rule()));
                    answer.declines().forEach(decline -> fired.add(decline.rule()));
                    applying += !answer.grants().isEmpty() && answer.declines().isEmpty() ? 1 : 0;
                }
            }
        }
        assertThat(fired).isEqualTo(rules.ruleIds());
        assertThat(applying).isGreaterThan(100);
    }
}
