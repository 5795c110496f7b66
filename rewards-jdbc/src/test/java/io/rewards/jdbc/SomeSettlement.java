package io.rewards.jdbc;

import io.rewards.amount.Denomination;
import io.rewards.amount.Percentage;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.settlement.PointsValue;
import io.rewards.settlement.SettlementDocument;
import io.rewards.settlement.Settling;
import io.rewards.store.MerchantBooks;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settles some of what is open in a store. */
final class SomeSettlement {

    private SomeSettlement() {}

    /** Settles the first half of what is open with the first merchant, and leaves the other half. */
    static void in(RewardsStore store, Denomination currency, Instant on) {
        MerchantBooks books = store.merchants();
        String merchant = books.withOpenEntries("", 1).get(0);
        List<OwnedEntry> open = books.open(merchant, JournalPlace.BEFORE_ALL, Integer.MAX_VALUE);
        Settling settling = new Settling(
                merchant,
                books.latest(merchant),
                Optional.of(Percentage.of("1")),
                new PointsValue(currency, Set.of(), List.of()));
        SettlementDocument document = settling.settle("some", on, open.subList(0, (open.size() + 1) / 2), List.of());
        if (!books.settle(document.settlement(), document.entries())) {
            throw new AssertionError("The settlement with merchant (" + merchant + ") was refused.");
        }
    }
}
