package io.rewards.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

/** Every rule of rounding as a sentence. */
class RoundingRulesTest {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final Denomination PTS = new Denomination("PTS", 0);

    @Test
    void halvesGoAwayFromZero() {
        assertThat(rounded("6.175", EUR)).isEqualTo("6.18 EUR");
        assertThat(rounded("6.165", EUR)).isEqualTo("6.17 EUR");
        assertThat(rounded("6.1749999", EUR)).isEqualTo("6.17 EUR");
        assertThat(rounded("6.1725", EUR)).isEqualTo("6.17 EUR");
        assertThat(rounded("-6.175", EUR)).isEqualTo("-6.18 EUR");
    }

    @Test
    void halfACentIsACentAndLessIsNothing() {
        assertThat(rounded("0.005", EUR)).isEqualTo("0.01 EUR");
        assertThat(rounded("0.0049", EUR)).isEqualTo("0.00 EUR");
    }

    @Test
    void pointsRoundToWholePoints() {
        assertThat(rounded("42.5", PTS)).isEqualTo("43 PTS");
        assertThat(rounded("42.49", PTS)).isEqualTo("42 PTS");
    }

    @Test
    void aProgrammeMayChooseAnotherMode() {
        assertThat(new Rounding(RoundingMode.HALF_EVEN).toAmount(new BigDecimal("6.165"), EUR))
                .isEqualTo(Amount.of("6.16", EUR));
        assertThat(new Rounding(RoundingMode.DOWN).toAmount(new BigDecimal("6.169"), EUR))
                .isEqualTo(Amount.of("6.16", EUR));
    }

    @Test
    void aModeThatDoesNotRoundIsRefused() {
        assertThatThrownBy(() -> new Rounding(RoundingMode.UNNECESSARY)).hasMessageContaining("(UNNECESSARY)");
    }

    @Test
    void aPercentageIsExactUntilItIsRounded() {
        assertThat(Percentage.of("5").exactlyOf(Amount.of("123.45", EUR))).isEqualByComparingTo("6.1725");
        assertThat(Percentage.of("12.5").exactlyOf(Amount.of("0.01", EUR))).isEqualByComparingTo("0.00125");
        assertThat(Percentage.of("33.333333333").exactlyOf(Amount.of("10.00", EUR)))
                .isEqualByComparingTo("3.3333333333");
    }

    @Test
    void percentagesAreAboveZeroAndWrittenAsDecimals() {
        assertThatThrownBy(() -> Percentage.of("0")).hasMessage("The percentage (0) must be above 0.");
        assertThatThrownBy(() -> Percentage.of("-5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Percentage.of("five")).hasMessageContaining("(five)");
        assertThatThrownBy(() -> Percentage.of("0.0000000001")).hasMessageContaining("9 decimals");
        assertThat(Percentage.of("10.00")).isEqualTo(Percentage.of("10"));
        assertThat(Percentage.of("0.000000001").toString()).isEqualTo("0.000000001 %");
        assertThat(Percentage.of("1E+2")).isEqualTo(Percentage.HUNDRED);
    }

    @Test
    void aPercentageIsAtMostAMillion() {
        assertThat(Percentage.of("1000000")).hasToString("1000000 %");
        assertThatThrownBy(() -> Percentage.of("1000000.000000001")).hasMessageContaining("at most 1000000");
    }

    @Test
    void percentagesCompareBySize() {
        assertThat(Percentage.of("9.5")).isLessThan(Percentage.of("10"));
        assertThat(Percentage.of("10")).isGreaterThan(Percentage.of("9.5"));
        assertThat(Percentage.of("10")).isEqualByComparingTo(Percentage.of("10.0"));
    }

    private static String rounded(String exact, Denomination denomination) {
        return Rounding.HALF_UP.toAmount(new BigDecimal(exact), denomination).toString();
    }
}
