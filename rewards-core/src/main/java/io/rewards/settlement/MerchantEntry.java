package io.rewards.settlement;

import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Transaction;
import java.util.Optional;

/**
 * An entry of the journal of a merchant: either an entry that a settlement took over from the journal of a participant, as it
 * stands there, or one that the settlement made. Immutable. Source: domain 7.4.
 *
 * @param entry number, transaction and hash in the journal of the merchant
 * @param taken where it stands in the journal of a participant; empty for what a settlement made
 */
public record MerchantEntry(JournalEntry entry, Optional<JournalPlace> taken) {

    /** Its place in the journal of the merchant, from 1 on. */
    public long number() {
        return entry.number();
    }

    /** What was moved. */
    public Transaction transaction() {
        return entry.transaction();
    }
}
