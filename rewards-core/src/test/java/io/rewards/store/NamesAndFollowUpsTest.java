package io.rewards.store;

import static io.rewards.store.Commit.account;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.effect.Effect;
import io.rewards.effect.Shared;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.FirstAward;
import io.rewards.event.SchemeSignOff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names that one participant holds, and follow-ups, are written with the account or not at all. */
class NamesAndFollowUpsTest {

    private static final UniqueName CARD = UniqueName.token("card");
    private static final UniqueName APP = UniqueName.token("app");

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void aNameIsHeldByOneUntilItIsReleased() {
        assertThat(names("E1", "P1", 1, Set.of(CARD), Set.of()).into(store)).isTrue();
        assertThat(store.holder(CARD)).contains("P1");
        assertThat(names("E2", "P2", 1, Set.of(APP, CARD), Set.of()).into(store))
                .isFalse();
        assertThat(store.account("P2")).isEmpty();
        assertThat(store.holder(APP)).isEmpty();
        assertThat(store.participants("", 10)).containsExactly("P1");
        assertThat(names("E3", "P1", 2, Set.of(), Set.of(CARD)).into(store)).isTrue();
        assertThat(store.holder(CARD)).isEmpty();
        assertThat(names("E2", "P2", 1, Set.of(APP, CARD), Set.of()).into(store))
                .isTrue();
        assertThat(store.holder(CARD)).contains("P2");
    }

    @Test
    void nobodyReleasesANameOfSomebodyElse() {
        names("E1", "P1", 1, Set.of(CARD), Set.of()).into(store);
        names("E2", "P2", 1, Set.of(), Set.of(CARD)).into(store);
        assertThat(store.holder(CARD)).contains("P1");
    }

    @Test
    void aCommitThatFailsLeavesNamesThatWereHeldBefore() {
        boolean[] broken = {false};
        InMemoryStore failing = new InMemoryStore(new OutcomeArchive() {
            @Override
            public long append(Recorded recorded) {
                if (broken[0]) {
                    throw new UncheckedIOException(new IOException("disk full"));
                }
                return 0;
            }

            @Override
            public Recorded read(long place) {
                throw new AssertionError("Nobody reads.");
            }
        });
        assertThat(names("E1", "P1", 1, Set.of(CARD), Set.of()).into(failing)).isTrue();
        broken[0] = true;
        assertThatThrownBy(
                        () -> names("E2", "P1", 2, Set.of(CARD, APP), Set.of()).into(failing))
                .hasMessageContaining("disk full");
        assertThat(failing.holder(CARD)).contains("P1");
        assertThat(failing.holder(APP)).isEmpty();
    }

    @Test
    void aCodeIsANameOfItsScheme() {
        names("E1", "P1", 1, Set.of(UniqueName.code("A", "1")), Set.of()).into(store);
        assertThat(store.holder(UniqueName.code("B", "1"))).isEmpty();
        assertThat(names("E2", "P2", 1, Set.of(UniqueName.code("A", "1")), Set.of())
                        .into(store))
                .isFalse();
    }

    @Test
    void aFollowUpThatIsForgottenIsGone() {
        FollowUp followUp = FollowUp.of(new FirstAward(header("F", "P1")));
        changes(event("E1", "P1"), account("P1", 1), List.of(followUp)).into(store);
        store.forget(header("G", "P1").key());
        assertThat(store.followUps(0, 10)).extracting(Kept::what).containsExactly(followUp);
        store.forget(followUp.event().key());
        assertThat(store.followUps(0, 10)).isEmpty();
        assertThat(store.recorded(followUp.event().key())).isEmpty();
    }

    @Test
    void aFollowUpIsKeptWithTheCommitThatRaisesItAndGoesWithItsOwn() {
        FollowUp followUp = FollowUp.of(new FirstAward(header("F", "P1")));
        Account account = account("P1", 1);
        assertThat(changes(event("E1", "P1"), account, List.of(followUp)).into(store))
                .isTrue();
        assertThat(store.followUps(0, 10)).extracting(Kept::what).containsExactly(followUp);
        assertThat(changes(followUp.event(), account("P1", 1), List.of()).into(store))
                .isFalse();
        assertThat(store.followUps(0, 10)).extracting(Kept::what).containsExactly(followUp);
        assertThat(changes(followUp.event(), account("P1", 2), List.of()).into(store))
                .isTrue();
        assertThat(store.followUps(0, 10)).isEmpty();
        assertThat(store.recorded(followUp.event().key())).isPresent();
    }

    @Test
    void aRefusedCommitKeepsNoFollowUp() {
        FollowUp followUp = FollowUp.of(new FirstAward(header("F", "P1")));
        assertThat(changes(event("E1", "P1"), account("P1", 2), List.of(followUp))
                        .into(store))
                .isFalse();
        assertThat(store.followUps(0, 10)).isEmpty();
    }

    private static Commit names(
            String event, String participant, long version, Set<UniqueName> taken, Set<UniqueName> released) {
        return Commit.of(
                event(event, participant),
                Effect.of(account(participant, version))
                        .with(new Shared(List.of(), List.of(), taken, released, List.of())));
    }

    private static Commit changes(CustomerEvent event, Account account, List<FollowUp> followUps) {
        return Commit.of(event, Effect.of(account).with(Shared.of(List.of(), followUps)));
    }

    private static SchemeSignOff event(String id, String participant) {
        return new SchemeSignOff(header(id, participant), "CLUB");
    }

    private static EventHeader header(String id, String participant) {
        return EventHeader.of(id, participant, "U1", Commit.NOW);
    }
}
