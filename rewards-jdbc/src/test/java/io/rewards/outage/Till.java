package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.participant.Profile;
import io.rewards.store.RewardsStore;

/** Where one customer, ada, buys something for 40.00 again and again. */
final class Till {

    private static final Amount PRICE = Amount.of("40.00", Tale.EUR);

    private final RewardsStore store;
    private final RewardsEngine engine;

    Till(RewardsStore store) {
        this.store = store;
        engine = Teller.engine(store);
    }

    /** She becomes a customer. */
    void register() {
        engine.evaluate(new ParticipantRegistered(header("registered"), Profile.EMPTY));
    }

    Outcome buy(String key) {
        return engine.evaluate(Purchase.of(header(key), PurchaseLine.of("a", "WINE", 1, PRICE)));
    }

    /** The purchase and what it brings are there wholly, or not at all. */
    void isWholeOrAbsent(String key) {
        boolean recorded = store.recorded(EventKey.of(key)).isPresent();
        assertThat(store.records("ada").orElseThrow().transactions().stream()
                        .filter(transaction -> transaction.event().equals(EventKey.of(key)))
                        .toList())
                .matches(all -> all.isEmpty() != recorded, "of " + key + " is recorded: " + recorded);
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    private static EventHeader header(String key) {
        return EventHeader.of(key, "ada", "SHOP", Tale.FIRST_DAY).receivedOn(Tale.FIRST_DAY);
    }
}
