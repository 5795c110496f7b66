package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.Account;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.store.Listed;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** One participant has one writer at a time, and one event is recorded once. */
public interface VersionContract extends StoreUnderTest {

    /** What was committed is there for everybody. */
    @Test
    default void whatIsCommittedIsRead() {
        RewardsStore store = store();
        Write first = Write.registering("P1").must(store);
        assertThat(store.account("P1")).contains(first.account());
        assertThat(store.listed("P1")).contains(Listed.of(first.account().participant()));
        assertThat(store.recorded(first.key())).contains(first.recorded());
        assertThat(store.isRecorded(first.key())).isTrue();
        Write second = Write.next(store, "P1", "E2").must(store);
        assertThat(store.account("P1")).contains(second.account());
        assertThat(store.recorded(second.key())).contains(second.recorded());
        assertThat(store.recorded(first.key())).contains(first.recorded());
    }

    /** Events of several systems may have one id. */
    @Test
    default void eventsAreToldApartByTheirSystems() {
        RewardsStore store = store();
        Write.register(store, "P1");
        Write plain = Write.next(store, "P1", "a/b").must(store);
        Account account = store.account("P1").orElseThrow();
        Write other = Write.of(
                        plain.event()
                                .withHeader(
                                        Events.header("b", "P1", Events.START).from("a")),
                        Effect.of(account))
                .must(store);
        assertThat(store.recorded(EventKey.of("a/b"))).contains(plain.recorded());
        assertThat(store.recorded(new EventKey("a", "b"))).contains(other.recorded());
        assertThat(store.recorded(EventKey.of("b"))).isEmpty();
        assertThat(store.recorded(new EventKey("A", "b"))).isEmpty();
    }

    /** Nothing is known of those who were never written. */
    @Test
    default void ofStrangersThereIsNothing() {
        RewardsStore store = store();
        Write.register(store, "P1");
        for (String stranger : List.of("P2", "p1", "P", "P11", "P1 ", "")) {
            assertThat(store.account(stranger)).as(stranger).isEmpty();
            assertThat(store.listed(stranger)).as(stranger).isEmpty();
            assertThat(store.records(stranger)).as(stranger).isEmpty();
            assertThat(store.journal(stranger, 0, 10)).as(stranger).isEmpty();
        }
        assertThat(store.recorded(EventKey.of("E1"))).isEmpty();
        assertThat(store.isRecorded(EventKey.of("E1"))).isFalse();
    }

    /** The next version is the only one that is written. */
    @Test
    default void aCommitOfAnotherVersionThanTheNextWritesNothing() {
        RewardsStore store = store();
        Write.register(store, "P1");
        Write.next(store, "P1", "E2").must(store);
        Write next = Write.next(store, "P1", "E3");
        Snapshot before = Snapshot.of(store, List.of(next));
        for (long version : new long[] {0, 1, 2, 4, 5}) {
            assertThat(next.at(version).to(store)).as("version %s", version).isFalse();
            assertThat(Snapshot.of(store, List.of(next)).changesSince(before)).isEmpty();
        }
        assertThat(next.at(3).to(store)).isTrue();
        assertThat(store.account("P1").orElseThrow().version()).isEqualTo(3);
    }

    /** A first version is for those who are new. */
    @Test
    default void onlyWhoIsNewHasAFirstVersion() {
        RewardsStore store = store();
        Write first = Write.registering("P1");
        Snapshot before = Snapshot.of(store, List.of(first));
        assertThat(first.at(0).to(store)).isFalse();
        assertThat(first.at(2).to(store)).isFalse();
        assertThat(Snapshot.of(store, List.of(first)).changesSince(before)).isEmpty();
        first.must(store);
        Account again = Account.of(first.account().participant());
        assertThat(Write.touching(again, "E2").to(store)).isFalse();
        assertThat(store.recorded(EventKey.of("E2"))).isEmpty();
        assertThat(store.account("P1")).contains(first.account());
    }

    /** An event happened once, whoever it is said to be about. */
    @Test
    default void anEventIsRecordedOnceUnderWhicheverParticipant() {
        RewardsStore store = store();
        Write.register(store, "P1", "P2");
        Write first = Write.next(store, "P1", "E").must(store);
        for (String participant : List.of("P1", "P2")) {
            Write again = Write.next(store, participant, "E");
            Snapshot before = Snapshot.of(store, List.of(again));
            assertThat(again.to(store)).as(participant).isFalse();
            assertThat(Snapshot.of(store, List.of(again)).changesSince(before)).isEmpty();
        }
        assertThat(store.recorded(first.key())).contains(first.recorded());
    }

    /** Of many who decided on one version, one writes. */
    @Test
    default void ofManyThreadsThatCommitOneVersionOneWins() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        Write.register(store, "P1");
        for (int round = 0; round < 50; round++) {
            Account account = store.account("P1").orElseThrow();
            List<Write> writes = new ArrayList<>();
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Write write = Write.touching(account, "E" + round + "-" + i);
                writes.add(write);
                tasks.add(() -> write.to(store));
            }
            List<Boolean> won = Threads.together(tasks);
            assertThat(won).as("round %s", round).containsOnlyOnce(true);
            for (int i = 0; i < won.size(); i++) {
                assertThat(store.recorded(writes.get(i).key()).isPresent()).isEqualTo(won.get(i));
            }
            assertThat(store.account("P1").orElseThrow().version()).isEqualTo(round + 2);
        }
    }

    /** Two who are told the same event at the same time do not both write it. */
    @Test
    default void anEventThatThreadsRaceForIsRecordedOnce() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        Write.register(store, "P1", "P2");
        List<List<Boolean>> rounds = Threads.racing(
                500,
                round -> Write.next(store, "P1", "E" + round).to(store),
                round -> Write.next(store, "P2", "E" + round).to(store));
        assertThat(rounds).allSatisfy(won -> assertThat(won).containsOnlyOnce(true));
        for (int i = 0; i < rounds.size(); i++) {
            assertThat(store.recorded(EventKey.of("E" + i))
                            .orElseThrow()
                            .event()
                            .participant())
                    .isEqualTo(rounds.get(i).get(0) ? "P1" : "P2");
        }
        long written = store.account("P1").orElseThrow().version()
                + store.account("P2").orElseThrow().version();
        assertThat(written).isEqualTo(502);
    }

    /** Different participants do not get into each other's way. */
    @Test
    default void participantsAreWrittenAtTheSameTime() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String participant = "P" + i;
            tasks.add(() -> {
                Write.register(store, participant);
                for (int event = 0; event < 100; event++) {
                    Write.next(store, participant, participant + "-" + event).must(store);
                }
                return true;
            });
        }
        assertThat(Threads.together(tasks)).containsOnly(true);
        for (String participant : store.participants("", 10)) {
            assertThat(store.account(participant).orElseThrow().version()).isEqualTo(101);
        }
        assertThat(store.participants("", 10)).hasSize(6);
    }
}
