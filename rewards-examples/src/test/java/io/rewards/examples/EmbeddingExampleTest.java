package io.rewards.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class EmbeddingExampleTest {

    @Test
    void printsTheAwardTheReasonAndTheBalance() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        EmbeddingExample.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "BASKET-20 awards 1.12 EUR",
                        "BASKET-50 does not apply: The purchase counts 22.35 EUR: 27.65 EUR less than the minimum of"
                                + " 50.00 EUR.",
                        "ada can spend 1.12 EUR");
    }
}
