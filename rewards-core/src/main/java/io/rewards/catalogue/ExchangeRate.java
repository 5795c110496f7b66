package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.key.Key;
import java.util.Optional;

/**
 * What so many points are worth: each whole step of one denomination turns into so much of another. Immutable.
 * Source: domain 5.8.
 *
 * @param from one step, such as 100 PTS
 * @param to what a step becomes, such as 1.00 EUR
 * @param minimum the least that can be exchanged at once, in the denomination of {@code from}; empty for one step
 */
public record ExchangeRate(Amount from, Amount to, Optional<Amount> minimum) {

    /** Refuses amounts that are not above zero, one denomination on both sides, and a minimum in another than {@code from}. */
    public ExchangeRate {
        positive("from", from);
        positive("to", to);
        if (from.denomination().code().equals(to.denomination().code())) {
            throw new IllegalArgumentException(
                    "The amounts from (" + from + ") and to (" + to + ") of a rate must be in two denominations.");
        }
        minimum.ifPresent(least -> {
            positive("minimum", least);
            if (!least.denomination().equals(from.denomination())) {
                throw new IllegalArgumentException("The minimum (" + least + ") of a rate must be in "
                        + from.denomination() + ", as from (" + from + ").");
            }
        });
    }

    private static void positive(String what, Amount amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("The amount " + what + " (" + amount + ") of a rate must be above 0.");
        }
    }

    /** A rate of which one step is the least. */
    public static ExchangeRate of(Amount from, Amount to) {
        return new ExchangeRate(from, to, Optional.empty());
    }

    /** What a rate between two denominations is called by, such as {@code PTS/EUR}. */
    public static String code(String from, String to) {
        return Key.of(from, to).text();
    }

    /** What this rate is called by, such as {@code PTS/EUR}. */
    public String code() {
        return code(from.denomination().code(), to.denomination().code());
    }

    /** The least that can be exchanged at once: the minimum, and never less than one step. */
    public Amount least() {
        return minimum.map(from::max).orElse(from);
    }

    /** How many whole steps there are in {@code points}. */
    public long steps(Amount points) {
        return points.units() / from.units();
    }

    /** How many whole steps there are in what they become. */
    public long stepsTo(Amount money) {
        return money.units() / to.units();
    }

    /** The points of so many steps. */
    public Amount points(long steps) {
        return from.times(steps);
    }

    /** What so many steps become. */
    public Amount money(long steps) {
        return to.times(steps);
    }
}
