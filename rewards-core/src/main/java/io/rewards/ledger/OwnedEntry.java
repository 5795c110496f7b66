package io.rewards.ledger;

/**
 * An entry and whose journal it is kept in. Immutable.
 *
 * @param owner id of the participant
 * @param entry as it was kept
 */
public record OwnedEntry(String owner, JournalEntry entry) {

    /** Where it is. */
    public JournalPlace place() {
        return new JournalPlace(owner, entry.number());
    }
}
