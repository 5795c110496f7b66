package io.rewards.amount;

import java.math.BigDecimal;

/**
 * An exact percentage above 0, such as 12.5. How high it may go is the programme's choice, 100 by default.
 * Immutable. Source: domain 3.3.
 *
 * @param value the number before the percent sign, without trailing zeros
 */
public record Percentage(BigDecimal value) implements Comparable<Percentage> {

    private static final int HUNDREDTH = 2;
    private static final int MAX_DECIMALS = 9;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000);

    /** One hundred percent. */
    public static final Percentage HUNDRED = new Percentage(BigDecimal.valueOf(100));

    /** Refuses 0, a negative value, more than a million and more than 9 decimals. */
    public Percentage {
        if (value.signum() <= 0) {
            throw new IllegalArgumentException("The percentage (" + value + ") must be above 0.");
        }
        value = value.stripTrailingZeros();
        if (value.scale() > MAX_DECIMALS || value.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException(
                    "The percentage (" + value + ") must be at most 1000000 and have at most 9 decimals.");
        }
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }

    /** The percentage written in {@code text}, such as {@code "12.5"}. */
    public static Percentage of(String text) {
        try {
            return new Percentage(new BigDecimal(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The percentage (" + text + ") must be a decimal number, such as 12.5.");
        }
    }

    /** The unrounded share of {@code base}; {@link Rounding} makes an amount of it. */
    public BigDecimal exactlyOf(Amount base) {
        return base.decimal().multiply(value).movePointLeft(HUNDREDTH);
    }

    @Override
    public int compareTo(Percentage other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString() + " %";
    }
}
