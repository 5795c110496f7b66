package io.rewards.ledger;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * An award's claim on the budget of its offer, good only while the budget lasts: a store takes it whole or not at all.
 * Immutable. Source: domain 12.1 Q13.
 *
 * @param offer code of the offer
 * @param amount of the award
 * @param mostAwards of the offer, where it limits them
 * @param mostAmount of the offer, where it limits it
 */
public record BudgetClaim(String offer, Amount amount, Optional<Long> mostAwards, Optional<Amount> mostAmount) {

    /** The usage after this claim on top of {@code used}, or empty where the budget does not last. */
    public Optional<Usage> onTopOf(Optional<Usage> used) {
        Usage after =
                used.orElse(new Usage(0, Amount.zero(amount.denomination()))).plus(amount);
        boolean lasts = mostAwards.filter(most -> after.awards() > most).isEmpty()
                && mostAmount.filter(most -> after.amount().compareTo(most) > 0).isEmpty();
        return lasts ? Optional.of(after) : Optional.empty();
    }
}
