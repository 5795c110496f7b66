package io.rewards.ledger;

import io.rewards.amount.Amount;

/**
 * How much of a cap is used. Immutable. Source: domain 12.1 Q13.
 *
 * @param awards made so far
 * @param amount awarded so far
 */
public record Usage(long awards, Amount amount) {

    /** This usage after one more award. */
    public Usage plus(Amount award) {
        return new Usage(awards + 1, amount.plus(award));
    }
}
