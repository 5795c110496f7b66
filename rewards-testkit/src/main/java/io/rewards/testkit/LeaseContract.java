package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.FollowUp;
import io.rewards.catalogue.NotificationKind;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.notification.Notification;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept is claimed by one worker at a time, until it is done with, let go, or its lease ends. */
public interface LeaseContract extends StoreUnderTest {

    /** When the first lease ends. */
    Instant END = Events.START.plusSeconds(60);

    private static Lease first() {
        return new Lease(Events.START, END);
    }

    private static Lease at(Instant instant) {
        return Lease.of(instant, Duration.ofSeconds(60));
    }

    /** A store that keeps so many notifications, N0 and on. */
    private RewardsStore telling(int count) {
        assumeTrue(keepsNotifications(), "The store tells nobody.");
        RewardsStore store = store();
        for (int i = 0; i < count; i++) {
            store.keep(List.of(new Notification(
                    "N" + i, NotificationKind.AWARD, "P1", "A", Events.START, "en", "Hello", new TreeMap<>())));
        }
        return store;
    }

    /** A store that keeps so many follow-ups, F0 and on. */
    private RewardsStore following(int count) {
        RewardsStore store = store();
        Write.register(store, "P1");
        for (int i = 0; i < count; i++) {
            Write.next(store, "P1", "E" + i)
                    .keeping(FollowUp.of(Events.raised("F" + i, "P1")))
                    .must(store);
        }
        return store;
    }

    private static List<String> told(List<Kept<Notification>> kept) {
        assertThat(kept).extracting(Kept::number).isSorted().doesNotHaveDuplicates();
        return kept.stream().map(each -> each.what().id()).toList();
    }

    private static List<String> followed(List<Kept<FollowUp>> kept) {
        assertThat(kept).extracting(Kept::number).isSorted().doesNotHaveDuplicates();
        return kept.stream().map(each -> each.what().event().key().id()).toList();
    }

    /** Two workers never have the same notification. */
    @Test
    default void aNotificationIsClaimedByOneWorkerUntilTheInstantAtWhichItsLeaseEnds() {
        RewardsStore store = telling(3);
        assertThat(told(store.claimNotifications(0, 2, first()))).containsExactly("N0", "N1");
        assertThat(told(store.claimNotifications(0, 10, first()))).containsExactly("N2");
        assertThat(store.claimNotifications(0, 10, at(END.minusNanos(1)))).isEmpty();
        assertThat(told(store.claimNotifications(0, 2, at(END)))).containsExactly("N0", "N1");
        assertThat(told(store.claimNotifications(0, 10, at(END.plusNanos(1))))).containsExactly("N2");
        assertThat(store.claimNotifications(0, 10, at(END.plusNanos(1)))).isEmpty();
    }

    /** Two workers never have the same follow-up. */
    @Test
    default void aFollowUpIsClaimedByOneWorkerUntilTheInstantAtWhichItsLeaseEnds() {
        RewardsStore store = following(3);
        assertThat(followed(store.claimFollowUps(0, 2, first()))).containsExactly("F0", "F1");
        assertThat(followed(store.claimFollowUps(0, 10, first()))).containsExactly("F2");
        assertThat(store.claimFollowUps(0, 10, at(END.minusNanos(1)))).isEmpty();
        assertThat(followed(store.claimFollowUps(0, 2, at(END)))).containsExactly("F0", "F1");
        assertThat(followed(store.claimFollowUps(0, 10, at(END.plusNanos(1))))).containsExactly("F2");
        assertThat(store.claimFollowUps(0, 10, at(END.plusNanos(1)))).isEmpty();
    }

    /** What is claimed is listed all the same, and keeps its number. */
    @Test
    default void whatIsClaimedIsStillListed() {
        RewardsStore follows = following(2);
        List<Kept<FollowUp>> followUps = follows.followUps(0, 10);
        assertThat(follows.claimFollowUps(0, 10, first())).isEqualTo(followUps);
        assertThat(follows.followUps(0, 10)).isEqualTo(followUps);
        RewardsStore tells = telling(2);
        List<Kept<Notification>> notifications = tells.notifications(0, 10);
        assertThat(tells.claimNotifications(0, 10, first())).isEqualTo(notifications);
        assertThat(tells.notifications(0, 10)).isEqualTo(notifications);
    }

    /** A worker goes on after what it had. */
    @Test
    default void aClaimStartsAboveANumber() {
        RewardsStore follows = following(4);
        long second = follows.followUps(0, 10).get(1).number();
        assertThat(followed(follows.claimFollowUps(second, 1, first()))).containsExactly("F2");
        assertThat(followed(follows.claimFollowUps(0, 10, first()))).containsExactly("F0", "F1", "F3");
        RewardsStore tells = telling(4);
        long third = tells.notifications(0, 10).get(2).number();
        assertThat(told(tells.claimNotifications(third, 10, first()))).containsExactly("N3");
        assertThat(told(tells.claimNotifications(0, 1, first()))).containsExactly("N0");
        assertThat(tells.claimNotifications(third, 10, first())).isEmpty();
    }

    /** What was delivered stays so, also when the lease ends, and when another one has it by then. */
    @Test
    default void whatWasDeliveredIsClaimedByNobody() {
        RewardsStore store = telling(3);
        store.claimNotifications(0, 10, first());
        store.delivered("N0");
        store.delivered("N0");
        store.letGo("N0", first());
        assertThat(told(store.claimNotifications(0, 10, at(END)))).containsExactly("N1", "N2");
        store.delivered("N1");
        store.delivered("N1");
        assertThat(told(store.claimNotifications(0, 10, at(END.plusSeconds(60)))))
                .containsExactly("N2");
        store.delivered("N2");
        assertThat(store.claimNotifications(0, 10, at(Events.FAR))).isEmpty();
    }

    /** What was applied or forgotten is gone, whoever has it. */
    @Test
    default void whatWasAppliedIsClaimedByNobody() {
        RewardsStore store = following(3);
        store.claimFollowUps(0, 10, first());
        Write.of(Events.raised("F0", "P1"), Effect.of(store.account("P1").orElseThrow()))
                .must(store);
        store.forget(Events.raisedKey("F1"));
        assertThat(followed(store.claimFollowUps(0, 10, at(END)))).containsExactly("F2");
        store.forget(Events.raisedKey("F2"));
        assertThat(store.claimFollowUps(0, 10, at(Events.FAR))).isEmpty();
    }

    /** A worker that dies has done some, and others do the rest when its lease ends. */
    @Test
    default void whatADeadWorkerHadIsThereForOthersWhenItsLeaseEnds() {
        RewardsStore store = telling(4);
        assertThat(told(store.claimNotifications(0, 3, first()))).containsExactly("N0", "N1", "N2");
        store.delivered("N0");
        assertThat(told(store.claimNotifications(0, 10, at(END.minusNanos(1))))).containsExactly("N3");
        store.delivered("N3");
        assertThat(told(store.claimNotifications(0, 10, at(END)))).containsExactly("N1", "N2");
    }

    /** What could not be done is there for others at once. */
    @Test
    default void whatIsLetGoIsFreeAtOnce() {
        RewardsStore tells = telling(2);
        tells.claimNotifications(0, 10, first());
        tells.letGo("N1", first());
        tells.letGo("N1", first());
        tells.letGo("unknown", first());
        assertThat(told(tells.claimNotifications(0, 10, first()))).containsExactly("N1");
        RewardsStore follows = following(2);
        follows.claimFollowUps(0, 10, first());
        follows.letGo(Events.raisedKey("F1"), first());
        follows.letGo(Events.raisedKey("unknown"), first());
        follows.letGo(EventKey.of("F0"), first());
        assertThat(followed(follows.claimFollowUps(0, 10, first()))).containsExactly("F1");
    }

    /** Who was too slow does not let go of what another worker has by now. */
    @Test
    default void whoseLeaseHasEndedLetsGoOfNothingThatAnotherHas() {
        RewardsStore tells = telling(1);
        tells.claimNotifications(0, 10, first());
        assertThat(tells.claimNotifications(0, 10, at(END))).hasSize(1);
        tells.letGo("N0", first());
        assertThat(tells.claimNotifications(0, 10, at(END))).isEmpty();
        RewardsStore follows = following(1);
        follows.claimFollowUps(0, 10, first());
        assertThat(follows.claimFollowUps(0, 10, at(END))).hasSize(1);
        follows.letGo(Events.raisedKey("F0"), first());
        assertThat(follows.claimFollowUps(0, 10, at(END))).isEmpty();
    }

    /** A claim of nothing is nothing. */
    @Test
    default void nothingIsClaimedWhereNothingIsKept() {
        RewardsStore store = store();
        assertThat(store.claimFollowUps(0, 10, first())).isEmpty();
        assertThat(store.claimNotifications(0, 10, first())).isEmpty();
    }

    /** Eight workers share what there is, and none has what another one has. */
    @Test
    default void eightWorkersNeverHaveTheSame() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore tells = telling(60);
        List<List<String>> had = Threads.race(8, number -> {
            List<String> mine = new ArrayList<>();
            for (List<String> some = told(tells.claimNotifications(0, 3, first()));
                    !some.isEmpty();
                    some = told(tells.claimNotifications(0, 3, first()))) {
                assertThat(some).hasSizeLessThanOrEqualTo(3);
                mine.addAll(some);
                tells.delivered(some.get(0));
            }
            return mine;
        });
        List<String> all = IntStream.range(0, 60).mapToObj(i -> "N" + i).toList();
        List<String> once = had.stream().flatMap(List::stream).toList();
        assertThat(once).doesNotHaveDuplicates();
        // Where two claim at the same instant, one may find nothing that is free; the rest is there for the next claim.
        List<String> rest = told(tells.claimNotifications(0, 100, first()));
        assertThat(IntStream.range(0, once.size() + rest.size())
                        .mapToObj(i -> i < once.size() ? once.get(i) : rest.get(i - once.size())))
                .containsExactlyInAnyOrderElementsOf(all);
    }
}
