package io.rewards.ledger;

/**
 * A place in the journal of a participant. Immutable.
 *
 * @param participant whose journal it is
 * @param number of the entry, from 1; 0 before the first one
 */
public record JournalPlace(String participant, long number) {

    /** Before the first entry of all journals. */
    public static final JournalPlace BEFORE_ALL = new JournalPlace("", 0);

    /** True for a place of the same journal at {@code end} or before it. */
    public boolean isUpTo(JournalPlace end) {
        return participant.equals(end.participant) && number <= end.number;
    }
}
