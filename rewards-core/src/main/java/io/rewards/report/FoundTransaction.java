package io.rewards.report;

import io.rewards.amount.Amount;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionState;

/**
 * A transaction that was asked for, as it stands today. Immutable.
 *
 * @param transaction as it was recorded
 * @param state whether it still stands
 * @param standing what of it was not taken back
 */
public record FoundTransaction(Transaction transaction, TransactionState state, Amount standing) {}
