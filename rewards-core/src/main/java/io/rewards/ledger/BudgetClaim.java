package io.rewards.ledger;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * A claim on the budget of an offer, good only while the budget lasts: a store takes it whole or not at all. What is
 * taken back of an award is a claim below zero, which always lasts. Immutable. Source: domain 12.1 Q13.
 *
 * @param offer code of the offer
 * @param awards 1 for an award, -1 for one that was taken back as a whole, 0 for a part
 * @param amount of the award, or below zero what was taken back of it
 * @param mostAwards of the offer, where it limits them
 * @param mostAmount of the offer, where it limits it
 */
public record BudgetClaim(
        String offer, long awards, Amount amount, Optional<Long> mostAwards, Optional<Amount> mostAmount) {

    /** The claim of an award. */
    public static BudgetClaim of(String offer, Amount amount, Optional<Long> mostAwards, Optional<Amount> mostAmount) {
        return new BudgetClaim(offer, 1, amount, mostAwards, mostAmount);
    }

    /** What is taken back of an award, wholly or in part. */
    public static BudgetClaim release(String offer, Amount amount, boolean whole) {
        Amount back = Amount.zero(amount.denomination()).minus(amount);
        return new BudgetClaim(offer, whole ? -1 : 0, back, Optional.empty(), Optional.empty());
    }

    /** The usage after this claim on top of {@code used}, or empty where the budget does not last. */
    public Optional<Usage> onTopOf(Optional<Usage> used) {
        Usage before = used.orElse(new Usage(0, Amount.zero(amount.denomination())));
        Usage after = new Usage(before.awards() + awards, before.amount().plus(amount));
        boolean lasts = mostAwards.filter(most -> after.awards() > most).isEmpty()
                && mostAmount.filter(most -> after.amount().compareTo(most) > 0).isEmpty();
        return lasts ? Optional.of(after) : Optional.empty();
    }
}
