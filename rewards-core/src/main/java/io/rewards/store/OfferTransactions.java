package io.rewards.store;

import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.TransactionFilter;
import java.time.ZoneOffset;
import java.util.function.Predicate;

/**
 * Tells whether an offer has ever moved money. It looks through all journals until it finds something, so ask it where an
 * offer is to be deleted and not for each event. Thread-safe. Source: domain 3.9.
 *
 * @param store to look through
 */
public record OfferTransactions(RewardsStore store) implements Predicate<String> {

    /** True when an award, spend or other transaction of the offer of this code exists. */
    @Override
    public boolean test(String offer) {
        TransactionFilter itsOwn = TransactionFilter.ALL.with(TransactionFilter.Field.OFFER, offer);
        return !store.transactions(itsOwn, ZoneOffset.UTC, JournalPlace.BEFORE_ALL, 1)
                .isEmpty();
    }
}
