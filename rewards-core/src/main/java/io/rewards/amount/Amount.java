package io.rewards.amount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An exact amount of money or points: a whole number of the smallest unit of its denomination. May be negative.
 * Never rounds: text with too many decimals is refused, sums that overflow throw. Immutable and thread-safe.
 * Source: domain 0, decision 4.
 *
 * @param denomination what is counted
 * @param units how many of the smallest unit, so {@code 250} of EUR is 2.50 EUR
 */
public record Amount(Denomination denomination, long units) implements Comparable<Amount> {

    private static final int MOST_DIGITS = 100;
    private static final int USUAL_LENGTH = 24;
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,19}(?:\\.\\d{1,9})?) ([A-Z][A-Z0-9_]{1,11})");

    /** Nothing, in {@code denomination}. */
    public static Amount zero(Denomination denomination) {
        return new Amount(denomination, 0);
    }

    /**
     * The exact amount written as a decimal number, such as {@code 2.50}.
     *
     * @throws IllegalArgumentException when the number has more decimals than the denomination, or is too large
     */
    public static Amount of(BigDecimal value, Denomination denomination) {
        try {
            if (Math.abs((long) value.scale()) > MOST_DIGITS) {
                throw new ArithmeticException("Not even worth expanding.");
            }
            return new Amount(
                    denomination,
                    value.setScale(denomination.scale(), RoundingMode.UNNECESSARY)
                            .unscaledValue()
                            .longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("The amount (" + value + ") must have at most " + denomination.scale()
                    + " decimals and fit 18 digits, as " + denomination + " demands.");
        }
    }

    /** As {@link #of(BigDecimal, Denomination)}, from text such as {@code "2.50"}. */
    public static Amount of(String value, Denomination denomination) {
        try {
            return of(new BigDecimal(value), denomination);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The amount (" + value + ") must be a decimal number, such as 2.50.");
        }
    }

    /**
     * Reads what {@link #toString} writes, such as {@code "2.50 EUR"}; the number of decimals is the scale.
     *
     * @throws IllegalArgumentException when the text has another shape
     */
    public static Amount parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("The amount (" + text + ") must be written like 2.50 EUR.");
        }
        BigDecimal value = new BigDecimal(matcher.group(1));
        return of(value, new Denomination(matcher.group(2), value.scale()));
    }

    /** Adds. Throws {@link DenominationMismatchException} or, when too large, {@link AmountOverflowException}. */
    public Amount plus(Amount other) {
        try {
            return new Amount(denomination, Math.addExact(units, same(other).units));
        } catch (ArithmeticException e) {
            throw new AmountOverflowException(this + " plus " + other);
        }
    }

    /** Subtracts. Throws as {@link #plus}. */
    public Amount minus(Amount other) {
        try {
            return new Amount(denomination, Math.subtractExact(units, same(other).units));
        } catch (ArithmeticException e) {
            throw new AmountOverflowException(this + " minus " + other);
        }
    }

    /** This amount {@code factor} times. Throws {@link AmountOverflowException} when too large. */
    public Amount times(long factor) {
        try {
            return new Amount(denomination, Math.multiplyExact(units, factor));
        } catch (ArithmeticException e) {
            throw new AmountOverflowException(this + " times " + factor);
        }
    }

    /** The smaller of the two. */
    public Amount min(Amount other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two. */
    public Amount max(Amount other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** True for 0. */
    public boolean isZero() {
        return units == 0;
    }

    /** True above 0. */
    public boolean isPositive() {
        return units > 0;
    }

    /** True below 0. */
    public boolean isNegative() {
        return units < 0;
    }

    /** The amount as an exact decimal number at the scale of its denomination. */
    public BigDecimal decimal() {
        return BigDecimal.valueOf(units, denomination.scale());
    }

    /** Compares by size. Throws {@link DenominationMismatchException} for two denominations. */
    @Override
    public int compareTo(Amount other) {
        return Long.compare(units, same(other).units);
    }

    /** The amount and its code, such as {@code 2.50 EUR}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(USUAL_LENGTH).append(units);
        int scale = denomination.scale();
        if (scale > 0) {
            int digits = units < 0 ? 1 : 0;
            while (text.length() - digits <= scale) {
                text.insert(digits, '0');
            }
            text.insert(text.length() - scale, '.');
        }
        return text.append(' ').append(denomination.code()).toString();
    }

    private Amount same(Amount other) {
        if (!denomination.equals(other.denomination)) {
            throw new DenominationMismatchException(denomination, other.denomination);
        }
        return other;
    }
}
