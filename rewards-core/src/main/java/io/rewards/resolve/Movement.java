package io.rewards.resolve;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.SpendResult;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * Money that an event moves besides awarding any. Immutable.
 *
 * @param account afterwards
 * @param transactions that are new
 * @param claims on budgets, below zero for what awards no longer use
 * @param followUps for other participants
 * @param spend what was spent, reserved or freed
 * @param returned what came back
 */
public record Movement(
        Account account,
        List<Transaction> transactions,
        List<BudgetClaim> claims,
        List<FollowUp> followUps,
        Optional<SpendResult> spend,
        Optional<ReturnResult> returned) {

    /** Copies the lists. */
    public Movement {
        transactions = List.copyOf(transactions);
        claims = List.copyOf(claims);
        followUps = List.copyOf(followUps);
    }

    static Movement of(Account account, List<Transaction> transactions) {
        return new Movement(account, transactions, List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    static Movement of(Account account, List<Transaction> transactions, SpendResult spend) {
        return new Movement(account, transactions, List.of(), List.of(), Optional.of(spend), Optional.empty());
    }
}
