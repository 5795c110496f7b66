package io.rewards.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the journal of a participant or a merchant ends: all that is needed to write on. Immutable. Source: domain 5.6.
 *
 * @param number of the last entry; 0 for an empty journal
 * @param hash of the last entry; of an empty journal, the one that names whose it is
 */
public record JournalHead(long number, String hash) {

    /** The head of the empty journal of a participant. */
    public static JournalHead of(String participant) {
        return of(Party.participant(participant));
    }

    /** The head of the empty journal of a participant or a merchant. */
    public static JournalHead of(Party owner) {
        return new JournalHead(0, HashChain.start(owner));
    }

    /** The entries of {@code transactions} after this head. */
    public List<JournalEntry> entries(List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            return List.of();
        }
        List<JournalEntry> entries = new ArrayList<>(transactions.size());
        HashChain chain = HashChain.after(hash);
        for (Transaction transaction : transactions) {
            entries.add(new JournalEntry(number + entries.size() + 1, transaction, chain.next(transaction)));
        }
        return entries;
    }

    /** The head after {@code entries}, which go on where this one ends. */
    public JournalHead after(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return this;
        }
        JournalEntry last = entries.get(entries.size() - 1);
        return new JournalHead(last.number(), last.hash());
    }
}
