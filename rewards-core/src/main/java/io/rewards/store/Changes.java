package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.ledger.BudgetClaim;
import java.util.List;

/**
 * Everything that one event changes, to be written at once or not at all. Immutable.
 *
 * @param recorded the event and its outcome
 * @param account of the participant afterwards; its version is one above the one that was loaded, 1 for a new one
 * @param claims on the budgets of offers that have one, in order of their codes
 */
public record Changes(Recorded recorded, Account account, List<BudgetClaim> claims) {

    /** Copies the claims. */
    public Changes {
        claims = List.copyOf(claims);
    }
}
