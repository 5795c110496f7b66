package io.rewards.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.FirstAward;
import io.rewards.event.SchemeSignOff;
import io.rewards.ledger.Journal;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.wallet.Wallet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Names that one participant holds, and follow-ups, are written with the account or not at all. */
class NamesAndFollowUpsTest {

    private static final Instant NOW = Instant.parse("2024-03-05T12:00:00Z");
    private static final UniqueName CARD = UniqueName.token("card");
    private static final UniqueName APP = UniqueName.token("app");

    private final InMemoryStore store = new InMemoryStore();

    @Test
    void aNameIsHeldByOneUntilItIsReleased() {
        assertThat(store.commit(names("E1", "P1", 1, Set.of(CARD), Set.of()))).isTrue();
        assertThat(store.holder(CARD)).contains("P1");
        assertThat(store.commit(names("E2", "P2", 1, Set.of(APP, CARD), Set.of())))
                .isFalse();
        assertThat(store.account("P2")).isEmpty();
        assertThat(store.holder(APP)).isEmpty();
        assertThat(store.participants("", 10)).containsExactly("P1");
        assertThat(store.commit(names("E3", "P1", 2, Set.of(), Set.of(CARD)))).isTrue();
        assertThat(store.holder(CARD)).isEmpty();
        assertThat(store.commit(names("E2", "P2", 1, Set.of(APP, CARD), Set.of())))
                .isTrue();
        assertThat(store.holder(CARD)).contains("P2");
    }

    @Test
    void nobodyReleasesANameOfSomebodyElse() {
        store.commit(names("E1", "P1", 1, Set.of(CARD), Set.of()));
        store.commit(names("E2", "P2", 1, Set.of(), Set.of(CARD)));
        assertThat(store.holder(CARD)).contains("P1");
    }

    @Test
    void aCodeIsANameOfItsScheme() {
        store.commit(names("E1", "P1", 1, Set.of(UniqueName.code("A", "1")), Set.of()));
        assertThat(store.holder(UniqueName.code("B", "1"))).isEmpty();
        assertThat(store.commit(names("E2", "P2", 1, Set.of(UniqueName.code("A", "1")), Set.of())))
                .isFalse();
    }

    @Test
    void aFollowUpThatIsForgottenIsGone() {
        FollowUp followUp = FollowUp.of(new FirstAward(header("F", "P1")));
        store.commit(changes(event("E1", "P1"), account("P1", 1), List.of(followUp)));
        store.forget(header("G", "P1").key());
        assertThat(store.followUps(10)).containsExactly(followUp);
        store.forget(followUp.event().key());
        assertThat(store.followUps(10)).isEmpty();
        assertThat(store.recorded(followUp.event().key())).isEmpty();
    }

    @Test
    void aFollowUpIsKeptWithTheCommitThatRaisesItAndGoesWithItsOwn() {
        FollowUp followUp = FollowUp.of(new FirstAward(header("F", "P1")));
        Account account = account("P1", 1);
        assertThat(store.commit(changes(event("E1", "P1"), account, List.of(followUp))))
                .isTrue();
        assertThat(store.followUps(10)).containsExactly(followUp);
        assertThat(store.commit(changes(followUp.event(), account("P1", 1), List.of())))
                .isFalse();
        assertThat(store.followUps(10)).containsExactly(followUp);
        assertThat(store.commit(changes(followUp.event(), account("P1", 2), List.of())))
                .isTrue();
        assertThat(store.followUps(10)).isEmpty();
        assertThat(store.recorded(followUp.event().key())).isPresent();
    }

    @Test
    void aRefusedCommitKeepsNoFollowUp() {
        FollowUp followUp = FollowUp.of(new FirstAward(header("F", "P1")));
        assertThat(store.commit(changes(event("E1", "P1"), account("P1", 2), List.of(followUp))))
                .isFalse();
        assertThat(store.followUps(10)).isEmpty();
    }

    private static Changes names(
            String event, String participant, long version, Set<UniqueName> taken, Set<UniqueName> released) {
        Recorded recorded = new Recorded(event(event, participant), outcome(event, participant));
        return new Changes(recorded, account(participant, version), List.of(), List.of(), taken, released, List.of());
    }

    private static Changes changes(CustomerEvent event, Account account, List<FollowUp> followUps) {
        Recorded recorded = new Recorded(event, outcome(event.key().id(), event.participant()));
        return new Changes(recorded, account, List.of(), followUps, Set.of(), Set.of(), List.of());
    }

    private static SchemeSignOff event(String id, String participant) {
        return new SchemeSignOff(header(id, participant), "CLUB");
    }

    private static EventHeader header(String id, String participant) {
        return EventHeader.of(id, participant, "U1", NOW);
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

    private static Outcome outcome(String event, String participant) {
        return new Outcome(
                event(event, participant).key(),
                participant,
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
    }
}
