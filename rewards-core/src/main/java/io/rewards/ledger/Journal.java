package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that ever moved the money of one participant, oldest first; it only grows. Immutable and thread-safe.
 * Source: domain 5.6.
 */
public final class Journal {

    private final String participant;
    private final List<JournalEntry> entries;
    /** What was taken back, by id of the transaction. */
    private final Map<String, Amount> reversed;

    private Journal(String participant, List<JournalEntry> entries, Map<String, Amount> reversed) {
        this.participant = participant;
        this.entries = entries;
        this.reversed = reversed;
    }

    /** The empty journal of a participant. */
    public static Journal of(String participant) {
        return new Journal(participant, List.of(), Map.of());
    }

    /** The journal with these transactions of one participant, in their order. */
    public static Journal of(String participant, List<Transaction> transactions) {
        return of(participant).plus(transactions);
    }

    /**
     * The journal with these entries as they were kept, right or not: {@link #problems} tells.
     */
    public static Journal kept(String participant, List<JournalEntry> entries) {
        Map<String, Amount> reversed = new HashMap<>();
        entries.forEach(entry -> note(entry.transaction(), reversed));
        return new Journal(participant, List.copyOf(entries), reversed);
    }

    /** This journal with {@code transactions} after all others. */
    public Journal plus(List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            return this;
        }
        List<JournalEntry> all = new ArrayList<>(entries.size() + transactions.size());
        all.addAll(entries);
        Map<String, Amount> taken = reversed;
        HashChain chain = HashChain.after(head());
        for (Transaction transaction : transactions) {
            all.add(new JournalEntry(all.size() + 1L, transaction, chain.next(transaction)));
            if (!transaction.reverses().isEmpty()) {
                taken = taken == reversed ? new HashMap<>(reversed) : taken;
                note(transaction, taken);
            }
        }
        return new Journal(participant, List.copyOf(all), taken);
    }

    /** This journal as if the transaction of this id had never been; for asking what would be, and not to be kept. */
    public Journal without(String transaction) {
        return new Journal(
                participant,
                entries.stream()
                        .filter(entry -> !entry.transaction().id().equals(transaction))
                        .toList(),
                reversed);
    }

    /** All entries, oldest first. */
    public List<JournalEntry> entries() {
        return entries;
    }

    /** All transactions, oldest first. */
    public Stream<Transaction> transactions() {
        return entries.stream().map(JournalEntry::transaction);
    }

    /** The transaction of this id, if there is one. */
    public Optional<Transaction> transaction(String id) {
        return transactions().filter(transaction -> transaction.id().equals(id)).findFirst();
    }

    /** The hash of the last entry: whoever keeps it elsewhere notices any change of the journal up to it. */
    public String head() {
        return entries.isEmpty()
                ? HashChain.start(Party.participant(participant))
                : entries.get(entries.size() - 1).hash();
    }

    /** The hash before the first entry, which names the format and the participant. */
    public String start() {
        return HashChain.start(Party.participant(participant));
    }

    /** What of {@code transaction} was taken back. */
    public Amount reversedOf(Transaction transaction) {
        return reversed.getOrDefault(
                transaction.id(), Amount.zero(transaction.amount().denomination()));
    }

    /** What of {@code transaction} still stands. */
    public Amount standing(Transaction transaction) {
        return transaction.amount().minus(reversedOf(transaction));
    }

    /** Whether {@code transaction} still stands. */
    public TransactionState stateOf(Transaction transaction) {
        return TransactionState.of(standing(transaction));
    }

    /** The balances of the accounts that these transactions touch. */
    public Balances balances() {
        return Balances.of(transactions());
    }

    /** The balances as they stood at the end of {@code instant}: of everything that had been recorded by then. */
    public Balances balancesAsOf(Instant instant) {
        return Balances.of(
                transactions().filter(transaction -> !transaction.recordedOn().isAfter(instant)));
    }

    /** Everything that is wrong with this journal: numbers, hashes, owners, ids, and reversals of too much. */
    public List<Problem> problems() {
        JournalCheck check = JournalCheck.of(participant);
        entries.forEach(check::next);
        return check.problems();
    }

    private static void note(Transaction transaction, Map<String, Amount> reversed) {
        if (!transaction.reverses().isEmpty()) {
            reversed.merge(transaction.reverses(), transaction.amount(), Amount::plus);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Journal journal
                && participant.equals(journal.participant)
                && entries.equals(journal.entries);
    }

    @Override
    public int hashCode() {
        return head().hashCode();
    }

    @Override
    public String toString() {
        return "Journal[" + participant + ", " + entries.size() + " entries, " + head() + "]";
    }
}
