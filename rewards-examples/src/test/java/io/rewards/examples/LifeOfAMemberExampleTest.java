package io.rewards.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LifeOfAMemberExampleTest {

    @Test
    void printsEveryStepOfTheStory() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        LifeOfAMemberExample.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "ada registers: ada has 2.00 EUR",
                        "ada referred ben: ada has 2.00 EUR",
                        "ben is awarded for a purchase: ada has 7.00 EUR",
                        "ada buys for 62.00 EUR: ada has 10.10 EUR",
                        "run of 2025-03-04: awards []",
                        "run of 2025-03-05: awards [10.00 EUR]",
                        "run of 2025-03-06: awards []",
                        "ada had a birthday: ada has 20.10 EUR",
                        "WELCOME: awarded 2.00 EUR",
                        "FRIENDS: awarded 5.00 EUR",
                        "BASKETS: awarded 3.10 EUR",
                        "VISITS: awarded 0.00 EUR, 1 of 5 for the next",
                        "BIRTHDAYS: awarded 10.00 EUR");
    }
}
