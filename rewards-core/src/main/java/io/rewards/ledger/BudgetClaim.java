package io.rewards.ledger;

import io.rewards.amount.Amount;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A claim on a budget, good only while the budget lasts: a store takes it whole or not at all. What is taken back of an
 * award is a claim below zero, which always lasts. A limit on the number counts awards in every denomination, a limit on
 * the amount only what was awarded in its own. Immutable. Source: domain 3.11.
 *
 * @param budget that is claimed
 * @param awards 1 for an award, -1 for one that was taken back as a whole, 0 for a part
 * @param amount of the award, or below zero what was taken back of it
 * @param mostAwards of the budget, where it limits them
 * @param mostAmount of the budget, where it limits it
 */
public record BudgetClaim(
        BudgetName budget, long awards, Amount amount, Optional<Long> mostAwards, Optional<Amount> mostAmount) {

    /** The claim of an award. */
    public static BudgetClaim of(
            BudgetName budget, Amount amount, Optional<Long> mostAwards, Optional<Amount> mostAmount) {
        return new BudgetClaim(budget, 1, amount, mostAwards, mostAmount);
    }

    /** The same claim of the same budget, within the limits of {@code other}, too. */
    public BudgetClaim within(BudgetClaim other) {
        return new BudgetClaim(
                budget,
                awards,
                amount,
                Stream.concat(mostAwards.stream(), other.mostAwards.stream()).min(Long::compare),
                Stream.concat(mostAmount.stream(), other.mostAmount.stream()).min(Amount::compareTo));
    }

    /** What is taken back of an award, wholly or in part. */
    public static BudgetClaim release(BudgetName budget, Amount amount, boolean whole) {
        Amount back = Amount.zero(amount.denomination()).minus(amount);
        return new BudgetClaim(budget, whole ? -1 : 0, back, Optional.empty(), Optional.empty());
    }

    /** The usage after this claim on top of {@code used}, or empty where the budget does not last. */
    public Optional<Usage> onTopOf(Optional<Usage> used) {
        Usage after = used.orElse(Usage.NONE).plus(awards, amount);
        boolean lasts = mostAwards.filter(most -> after.awards() > most).isEmpty()
                && mostAmount
                        .filter(most -> after.in(most.denomination()).compareTo(most) > 0)
                        .isEmpty();
        return lasts ? Optional.of(after) : Optional.empty();
    }

    /** The usage as it was before this claim. */
    public Usage takenFrom(Usage used) {
        return used.plus(-awards, Amount.zero(amount.denomination()).minus(amount));
    }
}
