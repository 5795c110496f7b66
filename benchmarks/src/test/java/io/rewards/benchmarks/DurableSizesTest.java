package io.rewards.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The sizes of both databases are printed. */
class DurableSizesTest {

    @Test
    void bothDatabasesAreMeasured() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new DurableSizes(20).print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).matches("\\S+ +\\d+ +\\d+ +\\d+"));
    }
}
