package io.rewards.amount;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How much of a whole, from nothing to all of it. Immutable. Source: domain 7.3.
 *
 * @param percentage of the whole, at most 100 %; empty for nothing
 */
public record Portion(Optional<Percentage> percentage) implements Comparable<Portion> {

    /** Nothing of it. */
    public static final Portion NOTHING = new Portion(Optional.empty());

    /** All of it. */
    public static final Portion ALL = of(Percentage.HUNDRED);

    /** Refuses more than the whole. */
    public Portion {
        percentage.filter(share -> share.compareTo(Percentage.HUNDRED) > 0).ifPresent(share -> {
            throw new IllegalArgumentException("The share (" + share + ") must be at most 100 %, the whole.");
        });
    }

    /** So many percent. */
    public static Portion of(Percentage percentage) {
        return new Portion(Optional.of(percentage));
    }

    /** The percentage written in {@code text}, such as {@code "33.33"} or {@code "0"}. */
    public static Portion of(String text) {
        try {
            BigDecimal value = new BigDecimal(text);
            return value.signum() == 0 ? NOTHING : of(new Percentage(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The share (" + text + ") must be a decimal number from 0 to 100, such as 12.5.");
        }
    }

    /** The number before the percent sign. */
    public BigDecimal value() {
        return percentage.map(Percentage::value).orElse(BigDecimal.ZERO);
    }

    /** This share of {@code whole}, rounded once and never more than it. */
    public Amount of(Amount whole, Rounding rounding) {
        return percentage
                .map(share -> rounding.toAmount(share.exactlyOf(whole), whole.denomination())
                        .min(whole))
                .orElseGet(() -> Amount.zero(whole.denomination()));
    }

    @Override
    public int compareTo(Portion other) {
        return value().compareTo(other.value());
    }

    @Override
    public String toString() {
        return value().toPlainString() + " %";
    }
}
