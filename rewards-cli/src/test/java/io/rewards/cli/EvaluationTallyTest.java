package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EvaluationTallyTest {

    @ParameterizedTest
    @CsvSource({
        "lines[7].total, The amount (-1.00 EUR) must be 1., lines[...].total: The amount (...) must be 1.",
        "a[x[1]].b, The (a (b) c) and (d)., a[...].b: The (...) and (...).",
        "on, It is 2025-01-01T00:00:00.5Z at (x)., on: It is ... at (...).",
        "a, An end) and (no end, a: An end) and (...",
    })
    void problemsOfOneKindAreEqual(String path, String message, String kind) {
        assertThat(EvaluationTally.kindOf(new Problem(path, message))).isEqualTo(kind);
    }
}
