package io.rewards.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AmountTest {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final Denomination JPY = new Denomination("JPY", 0);

    @Test
    void textBecomesSmallestUnitsExactly() {
        assertThat(Amount.of("2.50", EUR).units()).isEqualTo(250);
        assertThat(Amount.of("2.5", EUR)).isEqualTo(Amount.of("2.50", EUR));
        assertThat(Amount.of("-0.01", EUR).units()).isEqualTo(-1);
        assertThat(Amount.of("7", JPY).units()).isEqualTo(7);
    }

    @Test
    void tooManyDecimalsAreRefusedNotRounded() {
        assertThatThrownBy(() -> Amount.of("2.501", EUR))
                .hasMessage("The amount (2.501) must have at most 2 decimals and fit 18 digits, as EUR demands.");
        assertThatThrownBy(() -> Amount.of("0.5", JPY)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Amount.of("2.500", EUR).units()).isEqualTo(250);
    }

    @Test
    void numbersWithAbsurdExponentsAreRefusedAtOnce() {
        assertThatThrownBy(() -> Amount.of("1e999999999", EUR)).hasMessageContaining("(1E+999999999)");
        assertThatThrownBy(() -> Amount.of("1e-999999999", EUR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Percentage.of("1e999999999")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Percentage.of("1e-999999999")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLargestAmountsCanBeWrittenAndRead() {
        for (Denomination denomination : new Denomination[] {EUR, JPY}) {
            for (long units : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
                Amount amount = new Amount(denomination, units);
                assertThat(Amount.parse(amount.toString())).isEqualTo(amount);
            }
        }
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> Amount.of("2,50", EUR))
                .hasMessage("The amount (2,50) must be a decimal number, such as 2.50.");
    }

    @Test
    void sumsThatOverflowThrowInsteadOfWrapping() {
        Amount most = new Amount(EUR, Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Amount(EUR, 1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Amount(EUR, Long.MIN_VALUE).minus(new Amount(EUR, 1)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void denominationsNeverMix() {
        Amount euros = Amount.of("1.00", EUR);
        Amount yen = Amount.of("1", JPY);
        assertThatThrownBy(() -> euros.plus(yen))
                .isInstanceOf(DenominationMismatchException.class)
                .hasMessageContaining("EUR (scale 2)")
                .hasMessageContaining("JPY (scale 0)");
        assertThatThrownBy(() -> euros.compareTo(yen)).isInstanceOf(DenominationMismatchException.class);
    }

    @Test
    void theSameCodeWithAnotherScaleIsAnotherDenomination() {
        Amount three = new Amount(new Denomination("EUR", 3), 1000);
        assertThatThrownBy(() -> Amount.of("1.00", EUR).minus(three)).isInstanceOf(DenominationMismatchException.class);
    }

    @Test
    void textAndParseAreInverse() {
        for (String text : new String[] {"2.50 EUR", "-0.01 EUR", "0.00 EUR", "7 JPY", "0.000000001 X2_"}) {
            assertThat(Amount.parse(text).toString()).isEqualTo(text);
        }
        assertThatThrownBy(() -> Amount.parse("2.50EUR"))
                .hasMessage("The amount (2.50EUR) must be written like 2.50 EUR.");
    }

    @Test
    void comparesBySize() {
        Amount one = Amount.of("1.00", EUR);
        Amount two = Amount.of("2.00", EUR);
        assertThat(one).isLessThan(two);
        assertThat(one.min(two)).isEqualTo(one);
        assertThat(one.max(two)).isEqualTo(two);
        assertThat(one.minus(two).isNegative()).isTrue();
        assertThat(one.minus(one).isZero()).isTrue();
        assertThat(one.isPositive()).isTrue();
    }

    @Test
    void denominationsOfAnotherShapeAreRefused() {
        assertThatThrownBy(() -> new Denomination("eur", 2)).hasMessageContaining("(eur)");
        assertThatThrownBy(() -> new Denomination("E", 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Denomination("EUR", -1)).hasMessageContaining("(-1)");
        assertThatThrownBy(() -> new Denomination("EUR", 10)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Denomination("EUR", 9).scale()).isEqualTo(9);
    }

    @Test
    void nothingIsNeitherPositiveNorNegative() {
        Amount cent = new Amount(EUR, 1);
        Amount zero = Amount.zero(EUR);
        assertThat(zero.isZero()).isTrue();
        assertThat(zero.isPositive()).isFalse();
        assertThat(zero.isNegative()).isFalse();
        assertThat(cent.isZero()).isFalse();
        assertThat(cent.isNegative()).isFalse();
        assertThat(zero.minus(cent).isPositive()).isFalse();
    }

    @Test
    void ofTwoEqualAmountsEitherIsTheSmallerAndTheLarger() {
        Amount one = Amount.of("1.00", EUR);
        Amount two = Amount.of("2.00", EUR);
        assertThat(two.min(one)).isEqualTo(one);
        assertThat(one.min(one)).isEqualTo(one);
        assertThat(two.max(one)).isEqualTo(two);
        assertThat(two.max(two)).isEqualTo(two);
    }

    @Test
    void anAmountCanBeMultipliedAndWrittenAsADecimal() {
        assertThat(Amount.of("1.25", EUR).times(-3)).isEqualTo(Amount.of("-3.75", EUR));
        assertThat(Amount.of("1.25", EUR).times(0)).isEqualTo(Amount.zero(EUR));
        assertThat(Amount.of("1.20", EUR).decimal()).isEqualTo(new BigDecimal("1.20"));
    }

    @Test
    void aHundredDigitsAreReadAndOneMoreIsNot() {
        assertThat(Amount.of("0E+100", EUR)).isEqualTo(Amount.zero(EUR));
        assertThat(Amount.of("0E-100", EUR)).isEqualTo(Amount.zero(EUR));
        assertThatThrownBy(() -> Amount.of("0E+101", EUR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Amount.of("0E-101", EUR)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void denominationsHaveUpToTwelveCharactersAndNoOrMoreDecimals() {
        assertThat(new Denomination("A23456789012", 0).scale()).isZero();
        assertThat(new Denomination("EUR", 2)).hasToString("EUR");
        assertThatThrownBy(() -> new Denomination("A234567890123", 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
