package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.Account;
import io.rewards.account.OpenEvent;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.store.RewardsStore;
import io.rewards.store.Waiting;
import io.rewards.testkit.chance.Threads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Events that wait for runs, of all participants. */
public interface WaitingContract extends StoreUnderTest {

    private static Waiting waiting(String event, String participant, long second) {
        return new Waiting(Events.START.plusSeconds(second), EventKey.of(event), participant);
    }

    /** Registers somebody new for whom these events wait. */
    private static void wait(RewardsStore store, Waiting... all) {
        for (Waiting each : all) {
            if (store.account(each.participant()).isEmpty()) {
                Write.register(store, each.participant());
            }
            Account account = store.account(each.participant()).orElseThrow();
            Write.of(
                            Events.purchase("queueing " + each.event().text(), each.participant(), each.performedOn()),
                            Effect.of(account.with(new OpenEvent(each.event(), each.performedOn(), Set.of()))))
                    .must(store);
        }
    }

    private static List<Waiting> all(RewardsStore store, Instant asOf, int most) {
        List<Waiting> all = new ArrayList<>();
        List<Waiting> page = store.waiting(asOf, Optional.empty(), most);
        while (!page.isEmpty()) {
            assertThat(page.size()).isLessThanOrEqualTo(most);
            all.addAll(page);
            page = store.waiting(asOf, Optional.of(page.get(page.size() - 1)), most);
        }
        return all;
    }

    /** Events wait in order of their dates, then of their keys, whoever they are about. */
    @Test
    default void eventsWaitInOrderOfDateAndKey() {
        RewardsStore store = store();
        List<Waiting> expected = List.of(
                waiting("late id", "P2", -1),
                waiting("A", "P2", 0),
                waiting("a", "P1", 0),
                waiting("a#1", "P3", 0),
                waiting("a/1", "P2", 0),
                waiting("b", "P1", 0),
                waiting("\uD83D\uDE00", "P1", 0),
                waiting("\uFB01", "P2", 0),
                new Waiting(Events.START, new EventKey("S", "a"), "P1"),
                waiting("0", "P3", 1));
        wait(store, expected.get(9), expected.get(4), expected.get(2), expected.get(7), expected.get(0));
        wait(store, expected.get(8), expected.get(3), expected.get(1), expected.get(5), expected.get(6));
        for (int most : new int[] {1, 2, 3, 9, 10, 11}) {
            assertThat(all(store, Events.FAR, most)).as("pages of %s", most).isEqualTo(expected);
        }
        assertThat(store.waiting(Events.FAR, Optional.of(expected.get(4)), 2))
                .containsExactly(expected.get(5), expected.get(6));
        assertThat(store.waiting(Events.FAR, Optional.of(expected.get(9)), 2)).isEmpty();
    }

    /** A run of an instant decides what was performed by then. */
    @Test
    default void anEventIsSeenFromItsDateOn() {
        RewardsStore store = store();
        Waiting first = waiting("a", "P1", 0);
        Waiting second = waiting("b", "P1", 10);
        wait(store, second, first);
        assertThat(all(store, Events.START.minusMillis(1), 10)).isEmpty();
        assertThat(all(store, Events.START, 10)).containsExactly(first);
        assertThat(all(store, Events.START.plusSeconds(10).minusMillis(1), 1)).containsExactly(first);
        assertThat(all(store, Events.START.plusSeconds(10), 1)).containsExactly(first, second);
    }

    /** What a run has decided waits no longer; what only some offers have decided goes on waiting. */
    @Test
    default void whatIsSettledWaitsNoLonger() {
        RewardsStore store = store();
        Waiting first = waiting("a", "P1", 0);
        Waiting second = waiting("b", "P1", 1);
        Waiting other = waiting("c", "P2", 1);
        wait(store, first, second, other);
        Account account = store.account("P1").orElseThrow();
        OpenEvent some = account.open(first.event()).orElseThrow().settledBy(Set.of("A"));
        Write.of(Events.purchase("some", "P1", Events.START), Effect.of(account.with(some)))
                .must(store);
        assertThat(all(store, Events.FAR, 10)).containsExactly(first, second, other);
        assertThat(store.account("P1").orElseThrow().open(first.event())).contains(some);
        Account now = store.account("P1").orElseThrow();
        Write settled = Write.of(Events.purchase("all", "P1", Events.START), Effect.of(now.without(first.event())));
        assertThat(settled.at(9).to(store)).isFalse();
        assertThat(all(store, Events.FAR, 10)).containsExactly(first, second, other);
        settled.must(store);
        assertThat(all(store, Events.FAR, 10)).containsExactly(second, other);
        assertThat(store.waiting(Events.FAR, Optional.of(first), 10)).containsExactly(second, other);
    }

    /** Who decides page by page comes by everything once. */
    @Test
    default void everythingIsSeenOnceWhereItIsSettledWhilePaging() {
        RewardsStore store = store();
        List<Waiting> expected = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            expected.add(waiting("E" + i, "P" + i % 3, i / 2));
        }
        expected.sort(null);
        wait(store, expected.toArray(new Waiting[0]));
        List<Waiting> seen = new ArrayList<>();
        List<Waiting> page = store.waiting(Events.FAR, Optional.empty(), 3);
        while (!page.isEmpty()) {
            seen.addAll(page);
            for (Waiting each : page.subList(0, page.size() - 1)) {
                settle(store, each);
            }
            Waiting last = page.get(page.size() - 1);
            settle(store, last);
            page = store.waiting(Events.FAR, Optional.of(last), 3);
        }
        assertThat(seen).isEqualTo(expected);
        assertThat(all(store, Events.FAR, 10)).isEmpty();
    }

    private static void settle(RewardsStore store, Waiting each) {
        Account account = store.account(each.participant()).orElseThrow();
        Write.of(
                        Events.purchase("settling " + each.event().text(), each.participant(), Events.START),
                        Effect.of(account.without(each.event())))
                .must(store);
    }

    /** What waits is seen by every reader, whatever else is written of the participant meanwhile. */
    @Test
    default void whatWaitsIsNeverMissed() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        Waiting first = waiting("a", "P1", 0);
        wait(store, first);
        Threads.readingWhile(
                () -> {
                    for (int i = 1; i <= 300; i++) {
                        Waiting more = waiting("b" + i, "P1", i);
                        wait(store, more);
                        settle(store, more);
                    }
                },
                () -> assertThat(store.waiting(Events.START, Optional.empty(), 10))
                        .containsExactly(first));
    }
}
