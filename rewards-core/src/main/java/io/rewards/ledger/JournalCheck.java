package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Goes through the journal of one participant, entry by entry, and finds what is wrong with it: numbers, hashes, owners,
 * ids, and reversals of too much. Of each entry it remembers the id and how much of it stands. Not thread-safe.
 */
public final class JournalCheck {

    private final String participant;
    private final ChainCheck chain;
    /** What stands, by id of the transaction. */
    private final Map<String, Amount> left = new HashMap<>();

    private final Map<Denomination, Denomination> denominations = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private long entries;

    private JournalCheck(String participant) {
        this.participant = participant;
        chain = ChainCheck.of(Party.participant(participant));
    }

    /** The check of a journal of which no entry was looked at yet. */
    public static JournalCheck of(String participant) {
        return new JournalCheck(participant);
    }

    /** Looks at the next entry as it was kept. */
    public void next(JournalEntry entry) {
        entries++;
        Transaction transaction = entry.transaction();
        problems.addAll(chain.next(entry));
        if (!transaction.participant().equals(participant)) {
            problem("The transaction (" + transaction.id() + ") is of participant (" + transaction.participant()
                    + ").");
        }
        if (left.putIfAbsent(transaction.id(), lean(transaction.amount())) != null) {
            problem("The id (" + transaction.id() + ") is used twice.");
        }
        if (!transaction.reverses().isEmpty()) {
            takeBack(transaction);
        }
    }

    private void takeBack(Transaction transaction) {
        Amount before = left.get(transaction.reverses());
        if (before == null || before.minus(transaction.amount()).isNegative()) {
            problem("The transaction (" + transaction.id() + ") takes back (" + transaction.amount() + ") of ("
                    + transaction.reverses() + "), of which (" + (before == null ? "nothing" : before) + ") stands.");
        } else {
            left.put(transaction.reverses(), before.minus(transaction.amount()));
        }
    }

    /** The amount without a denomination of its own, of which a long journal would remember as many as entries. */
    private Amount lean(Amount amount) {
        Denomination denomination = amount.denomination();
        return new Amount(denominations.computeIfAbsent(denomination, same -> same), amount.units());
    }

    private void problem(String message) {
        problems.add(new Problem("journal[" + entries + "]", message));
    }

    /** Everything that is wrong so far. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }
}
