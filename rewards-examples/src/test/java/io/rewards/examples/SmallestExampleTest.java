package io.rewards.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SmallestExampleTest {

    private static final Path SOURCE = Path.of("src/main/java/io/rewards/examples/SmallestExample.java");

    @Test
    void printsTheAwardAndTheReason() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        SmallestExample.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "BASKET-20 awards 1.12 EUR",
                        "BASKET-20: The purchase counts 3.70 EUR: 16.30 EUR less than the minimum of 20.00 EUR.");
    }

    @Test
    void needsTenImportsAtMost() throws IOException {
        try (Stream<String> lines = Files.lines(SOURCE)) {
            assertThat(lines.filter(line -> line.startsWith("import "))).hasSizeBetween(1, 10);
        }
    }
}
