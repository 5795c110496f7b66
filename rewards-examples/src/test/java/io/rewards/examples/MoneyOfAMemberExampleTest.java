package io.rewards.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MoneyOfAMemberExampleTest {

    @Test
    void printsWhereEveryCentWent() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        MoneyOfAMemberExample.run(new PrintStream(printed, true, StandardCharsets.UTF_8));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .startsWith(
                        "To pay for the bread: 0.00 EUR",
                        "Back for one bottle: 40.00 EUR",
                        "Taken back of TENTH: 4.00 EUR")
                .contains("All right: true");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("8.00 EUR, then 8.00 EUR: ")
                .contains("-3.00 EUR, then 5.00 EUR: ")
                .contains("-4.00 EUR, then 1.00 EUR: ")
                .contains("-1.00 EUR, then 0.00 EUR: ");
    }
}
