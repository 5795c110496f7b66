package io.rewards.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/** The benchmark runs; its set-up checks that as many lots have paid as it says. */
class ReturnBenchmarkTest {

    @Test
    void theBenchmarkRuns() throws RunnerException {
        Collection<RunResult> results = ShortRun.of(ReturnBenchmark.class.getSimpleName(), Map.of("lots", "20"));
        assertThat(results).hasSize(1);
        assertThat(results).allMatch(result -> result.getPrimaryResult().getScore() > 0);
    }
}
