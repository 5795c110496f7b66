package io.rewards.catalogue;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * The least and the most of one award that is worked out. Immutable. Source: domain 3.3.
 *
 * @param atLeast what an award is raised to; empty for nothing. One that is worth nothing stays nothing
 * @param atMost what an award is cut to; empty for nothing
 */
public record AwardRange(Optional<Amount> atLeast, Optional<Amount> atMost) {

    /** No limits. */
    public static final AwardRange NONE = new AwardRange(Optional.empty(), Optional.empty());

    /** Refuses amounts of 0 and less, amounts of two denominations, and a least above the most. */
    public AwardRange {
        atLeast.ifPresent(least -> requirePositive("atLeast", least));
        atMost.ifPresent(most -> requirePositive("atMost", most));
        if (atLeast.isPresent() && atMost.isPresent()) {
            Amount least = atLeast.get();
            Amount most = atMost.get();
            if (!least.denomination().equals(most.denomination()) || least.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "The atLeast (" + least + ") of an award must not be above its atMost (" + most + ").");
            }
        }
    }

    /** What becomes of {@code amount}; an amount in another denomination stays as it is. */
    public Amount of(Amount amount) {
        if (!amount.isPositive()) {
            return amount;
        }
        Amount raised = atLeast.filter(least -> least.denomination().equals(amount.denomination()))
                .filter(least -> least.compareTo(amount) > 0)
                .orElse(amount);
        return atMost.filter(most -> most.denomination().equals(raised.denomination()))
                .map(raised::min)
                .orElse(raised);
    }

    private static void requirePositive(String name, Amount amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("The " + name + " (" + amount + ") of an award must be above 0.");
        }
    }
}
