package io.rewards.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Decline;
import io.rewards.rules.RandomShop;
import io.rewards.rules.RuleSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a condition means to Drools, compared with plain Java that reads the same words. */
class ConditionMeaningTest {

    private static final long SEED = 20_260_316;
    private static final int RULES_OF_EACH_KIND = 60;
    private static final int SHOPS = 12;

    @Test
    void everyConditionMeansInDroolsWhatItSays() {
        List<SampleCondition> conditions = someConditions(RULES_OF_EACH_KIND);
        RuleSet rules = compile(conditions);
        Set<String> held = new TreeSet<>();
        Set<String> failed = new TreeSet<>();
        for (long seed = SEED; seed < SEED + SHOPS; seed++) {
            RandomShop shop = new RandomShop(seed);
            for (int event = 0; event < 4; event++) {
                for (Answer answer : rules.answer(shop.candidates())) {
                    Set<String> said = said(answer);
                    for (SampleCondition condition : conditions) {
                        boolean holds =
                                condition.type().isInstance(answer.candidate()) && condition.holds(answer.candidate());
                        assertThat(said.contains(condition.id()))
                                .as(
                                        "%s on %s with seed %s",
                                        condition, answer.candidate().offer(), seed)
                                .isEqualTo(holds);
                        (holds ? held : failed).add(condition.id());
                    }
                }
            }
        }
        assertThat(held).as("conditions that held at least once").hasSizeGreaterThan(conditions.size() / 2);
        assertThat(failed).as("conditions that failed at least once").hasSizeGreaterThan(conditions.size() / 2);
    }

    private static RuleSet compile(List<SampleCondition> conditions) {
        return RuleTexts.compile(conditions.stream()
                .map(condition ->
                        RuleTexts.rule(condition.id(), condition.type().getSimpleName(), condition.text()))
                .toArray(String[]::new));
    }

    private static Set<String> said(Answer answer) {
        return answer.declines().stream().map(Decline::rule).collect(Collectors.toSet());
    }

    /** On every word at least one, and on the words of each kind further ones up to so many. */
    static List<SampleCondition> someConditions(int ofEachKind) {
        List<SampleCondition> all = new ArrayList<>();
        for (Class<? extends Candidate> type : Vocabulary.candidates().values()) {
            all.addAll(SampleCondition.all(type));
        }
        Collections.shuffle(all, new Random(SEED));
        Set<String> words = new HashSet<>();
        Map<ValueType, Integer> drawn = new HashMap<>();
        List<SampleCondition> some = new ArrayList<>();
        for (SampleCondition condition : all) {
            if (words.add(condition.left().text())
                    || drawn.merge(condition.left().kind(), 1, Integer::sum) <= ofEachKind) {
                some.add(condition.withId(1000 + some.size()));
            }
        }
        return some;
    }
}
