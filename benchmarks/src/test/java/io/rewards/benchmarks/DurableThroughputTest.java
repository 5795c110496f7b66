package io.rewards.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The measurement of databases runs and prints what it says. */
class DurableThroughputTest {

    @Test
    void everyDatabaseIsMeasured() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new DurableThroughput(1, 40).print(new PrintStream(out, true, StandardCharsets.UTF_8));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).filteredOn(line -> line.startsWith("PostgreSQL")).hasSize(2);
        assertThat(lines).filteredOn(line -> line.startsWith("SQLite  ")).hasSize(2);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("PostgreSQL") || line.startsWith("SQLite  "))
                .allSatisfy(line -> assertThat(line).matches("\\S+ +\\d+ +[1-9]\\d* +[1-9]\\d* +\\d+\\.\\d\\d"));
    }
}
