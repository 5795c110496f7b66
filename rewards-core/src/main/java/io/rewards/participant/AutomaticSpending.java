package io.rewards.participant;

import io.rewards.amount.Amount;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Whether, where and how much of the wallet may pay for purchases without a request. The unit must allow it, too.
 * Immutable. Source: domain 4.4.
 *
 * @param allowed true when the participant allows it
 * @param minimumBalance that the wallet must hold; empty for any
 * @param from the least to spend on a purchase; empty for any
 * @param to the most to spend on a purchase; empty for any
 * @param units codes of the units where it is allowed; empty for all
 * @param changedOn when it was last changed; empty where it never was
 */
public record AutomaticSpending(
        boolean allowed,
        Optional<Amount> minimumBalance,
        Optional<Amount> from,
        Optional<Amount> to,
        Set<String> units,
        Optional<Instant> changedOn) {

    /** Not allowed. */
    public static final AutomaticSpending OFF = new AutomaticSpending(
            false, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());

    /** Copies the units. Refuses a range that ends before it begins. */
    public AutomaticSpending {
        units = Collections.unmodifiableSet(new TreeSet<>(units));
        if (from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) < 0) {
            throw new IllegalArgumentException("The range from (" + from.get() + ") to (" + to.get()
                    + ") of automatic spending ends before it begins.");
        }
    }

    /** The same, with every amount changed. */
    AutomaticSpending mapped(UnaryOperator<Amount> change) {
        return new AutomaticSpending(
                allowed, minimumBalance.map(change), from.map(change), to.map(change), units, changedOn);
    }

    /**
     * How much to spend on a purchase; zero where the participant does not want it.
     *
     * @param available what the wallet holds and could be spent on something
     * @param spendable what of it may be spent on this purchase
     * @param payable what is left to pay
     * @param unit code of the unit of the purchase
     */
    public Amount amount(Amount available, Amount spendable, Amount payable, String unit) {
        Amount possible = spendable.min(payable);
        boolean wanted = allowed
                && (units.isEmpty() || units.contains(unit))
                && minimumBalance
                        .filter(least -> available.compareTo(least) < 0)
                        .isEmpty()
                && from.filter(least -> possible.compareTo(least) < 0).isEmpty();
        return wanted ? to.map(possible::min).orElse(possible) : Amount.zero(payable.denomination());
    }
}
