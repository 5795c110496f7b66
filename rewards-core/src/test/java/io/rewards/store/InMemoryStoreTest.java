package io.rewards.store;

import static io.rewards.catalogue.Programmes.eur;
import static io.rewards.store.Commit.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.account.Account;
import io.rewards.effect.Effect;
import io.rewards.effect.Shared;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.participant.Profile;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void whatIsCommittedCanBeRead() {
        Commit first = changes("E1", account("P1", 1));
        assertThat(first.into(store)).isTrue();
        assertThat(store.account("P1")).contains(first.account());
        assertThat(store.recorded(EventKey.of("E1"))).contains(first.recorded());
        assertThat(store.account("P2")).isEmpty();
        assertThat(store.recorded(EventKey.of("E2"))).isEmpty();
        assertThat(store.accounts()).containsExactly(first.account());
    }

    @Test
    void aCommitOnAnOldVersionWritesNothing() {
        changes("E1", account("P1", 1)).into(store);
        assertThat(changes("E2", account("P1", 2)).into(store)).isTrue();
        assertThat(changes("E3", account("P1", 2)).into(store)).isFalse();
        assertThat(changes("E3", account("P1", 4)).into(store)).isFalse();
        assertThat(changes("E3", account("P2", 2)).into(store)).isFalse();
        assertThat(store.recorded(EventKey.of("E3"))).isEmpty();
        assertThat(store.account("P1").orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void anEventIsRecordedOnceWhicheverParticipantItNames() {
        changes("E1", account("P1", 1)).into(store);
        assertThat(changes("E1", account("P2", 1)).into(store)).isFalse();
        assertThat(store.account("P2")).isEmpty();
    }

    @Test
    void budgetsAreClaimedAllOrNothing() {
        BudgetClaim small = claim("A", "4.00", "10.00");
        BudgetClaim large = claim("B", "6.00", "10.00");
        assertThat(changes("E1", account("P1", 1), small, large).into(store)).isTrue();
        assertThat(changes("E2", account("P1", 2), small, large).into(store)).isFalse();
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(1, eur("4.00")));
        assertThat(store.account("P1").orElseThrow().version()).isEqualTo(1);
        assertThat(store.recorded(EventKey.of("E2"))).isEmpty();
        assertThat(changes("E2", account("P1", 2), small, claim("B", "4.00", "10.00"))
                        .into(store))
                .isTrue();
        assertThat(store.usage(BudgetName.ofOffer("B"))).contains(new Usage(2, eur("10.00")));
        assertThat(store.usage(BudgetName.ofOffer("C"))).isEmpty();
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
        Commit changes = changes("E1", account("P1", 1), claim("A", "4.00", "10.00"));
        assertThatThrownBy(() -> changes.into(failing)).hasMessageContaining("disk full");
        assertThat(failing.account("P1")).isEmpty();
        assertThat(failing.recorded(EventKey.of("E1"))).isEmpty();
        assertThat(failing.usage(BudgetName.ofOffer("A"))).isEmpty();
        broken[0] = false;
        assertThat(changes.into(failing)).isTrue();
        assertThat(failing.recorded(EventKey.of("E1"))).contains(changes.recorded());
    }

    private static BudgetClaim claim(String offer, String amount, String most) {
        return BudgetClaim.of(BudgetName.ofOffer(offer), eur(amount), Optional.empty(), Optional.of(eur(most)));
    }

    private static Commit changes(String event, Account account, BudgetClaim... claims) {
        ParticipantRegistered registered = new ParticipantRegistered(
                EventHeader.of(event, account.participant().id(), "U1", Commit.NOW), Profile.EMPTY);
        return Commit.of(registered, Effect.of(account).with(Shared.of(List.of(claims), List.of())));
    }
}
