package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.account.Counters;
import io.rewards.decision.Outcomes;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.ledger.JournalHead;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.List;

/** An event, its outcome and what it changes, for tests of stores. Immutable. */
record Commit(Recorded recorded, Effect effect) {

    static final Instant NOW = Instant.parse("2024-03-05T12:00:00Z");

    static Commit of(CustomerEvent event, Effect effect) {
        return new Commit(new Recorded(event, Outcomes.processed(event)), effect);
    }

    /** An account with nothing in it. */
    static Account account(String participant, long version) {
        return new Account(
                Participant.registered(participant, NOW, "U1", Profile.EMPTY),
                version,
                Wallet.EMPTY,
                Counters.NONE,
                List.of(),
                JournalHead.of(participant));
    }

    boolean into(RewardsStore store) {
        return store.commit(recorded, effect);
    }

    Account account() {
        return effect.account();
    }
}
