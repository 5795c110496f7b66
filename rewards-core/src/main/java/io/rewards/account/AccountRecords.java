package io.rewards.account;

import io.rewards.ledger.Journal;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.past.Inheritance;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that was ever kept of one participant, for checks and lists that read all of it. Immutable.
 *
 * @param account what is open
 * @param over what is over
 * @param journal everything that ever moved the participant's money
 */
public record AccountRecords(Account account, Inheritance over, Journal journal) {

    /** The lots without money. */
    public List<Lot> emptied() {
        return over.lots();
    }

    /** The purchases on which money was spent, or of which goods came back, as they stand. */
    public List<Sale> sales() {
        return over.sales();
    }

    /** All lots, with or without money. */
    public Stream<Lot> allLots() {
        return Stream.concat(account.lots().stream(), emptied().stream());
    }

    /** Everything in the journal, oldest first. */
    public List<Transaction> transactions() {
        return journal.transactions().toList();
    }

    /** The awards in the journal of which something stands, oldest first. */
    public List<Transaction> awards() {
        return journal.transactions()
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD
                        && journal.standing(transaction).isPositive())
                .toList();
    }
}
