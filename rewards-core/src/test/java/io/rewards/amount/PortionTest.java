package io.rewards.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortionTest {

    private static final Denomination EUR = new Denomination("EUR", 2);

    @ParameterizedTest
    @CsvSource({
        "33.33, 10.00, 3.33, 6.67",
        "33.33, 0.01, 0.00, 0.01",
        "33.33, 5.00, 1.67, 3.33",
        "50, 0.05, 0.03, 0.02",
        "60, 10.00, 6.00, 4.00",
        "100, 3.33, 3.33, 0.00",
        "0, 3.33, 0.00, 3.33"
    })
    void itIsRoundedOnceAndTheRestIsWhatIsLeft(String percent, String whole, String part, String rest) {
        Amount amount = Amount.of(whole, EUR);
        Amount given = Portion.of(percent).of(amount, Rounding.HALF_UP);
        assertThat(given).isEqualTo(Amount.of(part, EUR));
        assertThat(amount.minus(given)).isEqualTo(Amount.of(rest, EUR));
    }

    @Test
    void itIsFromNothingToTheWhole() {
        assertThat(Portion.of("0.00")).isEqualTo(Portion.NOTHING);
        assertThat(Portion.of("100.0")).isEqualTo(Portion.ALL);
        assertThat(Portion.of("12.50")).hasToString("12.5 %");
        assertThat(Portion.NOTHING).isLessThan(Portion.of("0.000000001")).hasToString("0 %");
        assertThatThrownBy(() -> Portion.of("100.000000001"))
                .hasMessage("The share (100.000000001 %) must be at most 100 %, the whole.");
        assertThatThrownBy(() -> Portion.of("-1")).hasMessage("The percentage (-1) must be above 0.");
        assertThatThrownBy(() -> Portion.of("half"))
                .hasMessage("The share (half) must be a decimal number from 0 to 100, such as 12.5.");
    }
}
