package io.rewards.store;

import io.rewards.ledger.JournalEntry;
import java.util.List;
import java.util.function.Predicate;

/**
 * Tells whether an offer has ever moved money, by looking through the journals of all participants. It reads the whole
 * store, so ask it where an offer is to be deleted and not for each event. Thread-safe. Source: domain 3.9.
 *
 * @param store to look through
 */
public record OfferTransactions(RewardsStore store) implements Predicate<String> {

    private static final int PAGE = 500;

    /** True when an award, spend or other transaction of the offer of this code exists. */
    @Override
    public boolean test(String offer) {
        List<String> page = store.participants("", PAGE);
        while (!page.isEmpty()) {
            if (page.stream().anyMatch(participant -> has(participant, offer))) {
                return true;
            }
            page = store.participants(page.get(page.size() - 1), PAGE);
        }
        return false;
    }

    private boolean has(String participant, String offer) {
        List<JournalEntry> page = store.journal(participant, 0, PAGE);
        while (!page.isEmpty()) {
            if (page.stream().anyMatch(entry -> entry.transaction().offer().equals(offer))) {
                return true;
            }
            page = store.journal(participant, page.get(page.size() - 1).number(), PAGE);
        }
        return false;
    }
}
