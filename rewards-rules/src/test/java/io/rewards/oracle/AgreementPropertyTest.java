package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Independent models of the same domain say the same about the same histories. */
class AgreementPropertyTest {

    @Test
    void theRuleFilesAndTheHandWrittenRulesGiveEqualOutcomes() {
        Cases.histories(100, history -> {
            Shopkeeper drools = Shopkeeper.of(history, Shopkeeper.DROOLS);
            Shopkeeper byHand = Shopkeeper.of(history, Shopkeeper.BY_HAND);
            Cases.events(
                    history.events(),
                    event -> assertThat(byHand.evaluate(event)).isEqualTo(drools.evaluate(event)));
        });
    }

    @Test
    void theEngineDoesWhatTheNaiveModelPredicts() {
        Cases.histories(100, history -> {
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS);
            NaiveProgramme naive = new NaiveProgramme(history.programme(), history.closing());
            Map<EventKey, Prediction> first = new HashMap<>();
            Cases.events(history.events(), event -> {
                Prediction predicted = naive.evaluate(event);
                if (first.containsKey(event.key())) {
                    assertThat(first.get(event.key())).isEqualTo(predicted);
                    return;
                }
                SortedMap<String, Verdict> verdicts =
                        event instanceof Purchase purchase ? shopkeeper.verdictsOnAll(purchase) : new TreeMap<>();
                Outcome outcome = shopkeeper.evaluate(event).orElseThrow();
                outcome.verdicts().forEach(verdict -> verdicts.put(verdict.offer(), verdict));
                boolean decided = outcome.status() == Outcome.Status.PROCESSED;
                Prediction observed = Prediction.observed(outcome, decided ? verdicts : new TreeMap<>());
                assertThat(observed).isEqualTo(predicted);
                if (outcome.isRecorded()) {
                    first.put(event.key(), observed);
                }
            });
        });
    }
}
