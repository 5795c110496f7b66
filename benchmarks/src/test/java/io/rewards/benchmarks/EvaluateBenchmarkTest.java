package io.rewards.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import java.util.Collection;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** The benchmark measures what it says it does. */
class EvaluateBenchmarkTest {

    private static final int PARTICIPANTS = 10;

    @ParameterizedTest
    @ValueSource(ints = {10, 10_000})
    void bothRuleSetsGiveTheSameOutcomes(int offers) {
        EvaluateBenchmark drools = opened(offers, "drools");
        EvaluateBenchmark byHand = opened(offers, "handWritten");
        assertThat(byHand.preview()).isEqualTo(drools.preview());
        IntStream.range(0, 3).forEach(i -> assertThat(byHand.evaluate()).isEqualTo(drools.evaluate()));
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100, 1000, 10_000})
    void fiveOffersMatchHoweverManyThereAre(int offers) {
        assertThat(new BusyShop(offers).programme().offers()).hasSize(offers);
        Outcome outcome = opened(offers, "handWritten").evaluate();
        assertThat(outcome.status()).isEqualTo(Outcome.Status.PROCESSED);
        assertThat(outcome.verdicts().stream().map(Verdict::offer))
                .containsExactly("AFTERNOON", "BASKET", "BIG-BASKET", "BEANS", "REGULAR");
        assertThat(outcome.granted().map(Verdict.Granted::offer)).containsExactly("AFTERNOON", "BASKET", "BEANS");
        assertThat(outcome.progress()).hasSize(1);
    }

    @Test
    void theBenchmarkRuns() throws RunnerException {
        Collection<RunResult> results = ShortRun.of(
                EvaluateBenchmark.class.getSimpleName() + ".evaluate", Map.of("offers", "100", "participants", "100"));
        assertThat(results).hasSize(2);
        assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
    }

    private static EvaluateBenchmark opened(int offers, String rules) {
        EvaluateBenchmark benchmark = new EvaluateBenchmark(offers, rules, PARTICIPANTS);
        benchmark.open();
        return benchmark;
    }
}
