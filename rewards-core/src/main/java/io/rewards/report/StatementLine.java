package io.rewards.report;

import io.rewards.amount.Amount;
import io.rewards.ledger.Transaction;

/**
 * A line of a statement. Immutable.
 *
 * @param number place of the transaction in the journal of the participant
 * @param transaction that moved the money: when it counts, when it was recorded, what kind it is, who said why
 * @param why in one sentence
 * @param change of what the participant holds; zero where money only moves inside the wallet
 * @param balance of its denomination afterwards
 */
public record StatementLine(long number, Transaction transaction, String why, Amount change, Amount balance) {}
