package io.rewards.store;

import static io.rewards.catalogue.Programmes.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.account.Account;
import io.rewards.decision.Outcome;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.Journal;
import io.rewards.ledger.Usage;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.wallet.Wallet;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {

    private static final Instant NOW = Instant.parse("2024-03-05T12:00:00Z");

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void whatIsCommittedCanBeRead() {
        Changes first = changes("E1", account("P1", 1));
        assertThat(store.commit(first)).isTrue();
        assertThat(store.account("P1")).contains(first.account());
        assertThat(store.recorded(EventKey.of("E1"))).contains(first.recorded());
        assertThat(store.account("P2")).isEmpty();
        assertThat(store.recorded(EventKey.of("E2"))).isEmpty();
        assertThat(store.accounts()).containsExactly(first.account());
    }

    @Test
    void aCommitOnAnOldVersionWritesNothing() {
        store.commit(changes("E1", account("P1", 1)));
        assertThat(store.commit(changes("E2", account("P1", 2)))).isTrue();
        assertThat(store.commit(changes("E3", account("P1", 2)))).isFalse();
        assertThat(store.commit(changes("E3", account("P1", 4)))).isFalse();
        assertThat(store.commit(changes("E3", account("P2", 2)))).isFalse();
        assertThat(store.recorded(EventKey.of("E3"))).isEmpty();
        assertThat(store.account("P1").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void anEventIsRecordedOnceWhicheverParticipantItNames() {
        store.commit(changes("E1", account("P1", 1)));
        assertThat(store.commit(changes("E1", account("P2", 1)))).isFalse();
        assertThat(store.account("P2")).isEmpty();
    }

    @Test
    void budgetsAreClaimedAllOrNothing() {
        BudgetClaim small = claim("A", "4.00", "10.00");
        BudgetClaim large = claim("B", "6.00", "10.00");
        assertThat(store.commit(changes("E1", account("P1", 1), small, large))).isTrue();
        assertThat(store.commit(changes("E2", account("P1", 2), small, large))).isFalse();
        assertThat(store.usage("A")).contains(new Usage(1, eur("4.00")));
        assertThat(store.account("P1").orElseThrow().version()).isEqualTo(1);
        assertThat(store.recorded(EventKey.of("E2"))).isEmpty();
        assertThat(store.commit(changes("E2", account("P1", 2), small, claim("B", "4.00", "10.00"))))
                .isTrue();
        assertThat(store.usage("B")).contains(new Usage(2, eur("10.00")));
        assertThat(store.usage("C")).isEmpty();
    }

    @Test
    void anArchiveThatFailsLeavesNothingBehind() {
        boolean[] broken = {true};
        InMemoryStore failing = new InMemoryStore(new OutcomeArchive() {
            @Override
            public long append(Recorded recorded) {
                if (broken[0]) {
                    throw new UncheckedIOException(new java.io.IOException("disk full"));
                }
                return 7;
            }

            @Override
            public Recorded read(long place) {
                assertThat(place).isEqualTo(7);
                return changes("E1", account("P1", 1)).recorded();
            }
        });
        Changes changes = changes("E1", account("P1", 1), claim("A", "4.00", "10.00"));
        assertThatThrownBy(() -> failing.commit(changes)).hasMessageContaining("disk full");
        assertThat(failing.account("P1")).isEmpty();
        assertThat(failing.recorded(EventKey.of("E1"))).isEmpty();
        assertThat(failing.usage("A")).isEmpty();
        broken[0] = false;
        assertThat(failing.commit(changes)).isTrue();
        assertThat(failing.recorded(EventKey.of("E1"))).contains(changes.recorded());
    }

    private static BudgetClaim claim(String offer, String amount, String most) {
        return BudgetClaim.of(offer, eur(amount), Optional.empty(), Optional.of(eur(most)));
    }

    private static Account account(String participant, long version) {
        return new Account(
                Participant.registered(participant, NOW, "U1", Profile.EMPTY),
                version,
                Wallet.EMPTY,
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                Journal.of(participant));
    }

    private static Changes changes(String event, Account account, BudgetClaim... claims) {
        ParticipantRegistered registered = new ParticipantRegistered(
                EventHeader.of(event, account.participant().id(), "U1", NOW), Profile.EMPTY);
        Outcome outcome = new Outcome(
                registered.key(),
                account.participant().id(),
                Outcome.Status.PROCESSED,
                NOW,
                "1",
                "",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Changes(
                new Recorded(registered, outcome), account, List.of(claims), List.of(), Set.of(), Set.of(), List.of());
    }
}
