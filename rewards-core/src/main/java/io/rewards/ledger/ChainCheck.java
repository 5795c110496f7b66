package io.rewards.ledger;

import io.rewards.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** Goes through a journal, entry by entry, and finds wrong numbers and hashes. Not thread-safe. */
public final class ChainCheck {

    private final HashChain chain;
    private long entries;

    private ChainCheck(HashChain chain) {
        this.chain = chain;
    }

    /** The check of the journal of a participant or a merchant, of which no entry was looked at yet. */
    public static ChainCheck of(Party owner) {
        return new ChainCheck(HashChain.after(HashChain.start(owner)));
    }

    /** What is wrong with the next entry as it was kept. */
    public List<Problem> next(JournalEntry entry) {
        entries++;
        List<Problem> problems = new ArrayList<>();
        Transaction transaction = entry.transaction();
        String hash = chain.next(transaction);
        if (entry.number() != entries) {
            problems.add(problem("The entry has the number (" + entry.number() + ")."));
        }
        if (!hash.equals(entry.hash())) {
            problems.add(problem("The hash of transaction (" + transaction.id()
                    + ") does not fit: it, or an entry before it, was changed, left out or added."));
            chain.goOnAfter(entry.hash());
        }
        return problems;
    }

    private Problem problem(String message) {
        return new Problem("journal[" + entries + "]", message);
    }
}
