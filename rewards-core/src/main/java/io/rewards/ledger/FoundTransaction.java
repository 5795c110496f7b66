package io.rewards.ledger;

import io.rewards.amount.Amount;

/**
 * A transaction that was asked for, as it stands today. Immutable.
 *
 * @param place of it: in whose journal, and where there
 * @param transaction as it was recorded
 * @param standing what of it was not taken back
 */
public record FoundTransaction(JournalPlace place, Transaction transaction, Amount standing) {

    /** Whether it still stands. */
    public TransactionState state() {
        return TransactionState.of(standing);
    }
}
