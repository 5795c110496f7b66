package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.catalogue.NotificationKind;
import io.rewards.notification.Notification;
import io.rewards.store.Kept;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What participants are told is kept once for each id, until it is delivered. */
public interface NotificationContract extends StoreUnderTest {

    private static Notification notification(String id) {
        return notification(id, "You have money.");
    }

    private static Notification notification(String id, String text) {
        return new Notification(id, NotificationKind.AWARD, "P1", "A", Events.START, "en", text, new TreeMap<>());
    }

    private static List<String> ids(List<Kept<Notification>> kept) {
        return kept.stream().map(each -> each.what().id()).toList();
    }

    /** Notifications of a commit are kept with it, those of runs by themselves. */
    @Test
    default void notificationsOfEffectsAndOfRunsAreKept() {
        assumeTrue(keepsNotifications(), "The store tells nobody.");
        RewardsStore store = store();
        Write.registering("P1").telling(notification("N1")).must(store);
        store.keep(List.of(notification("N2"), notification("N3")));
        assertThat(Snapshot.whats(store.notifications(0, 10)))
                .containsExactly(notification("N1"), notification("N2"), notification("N3"));
        store.keep(List.of());
        assertThat(store.notifications(0, 10)).hasSize(3);
    }

    /** A refused commit tells nobody. */
    @Test
    default void aRefusedCommitKeepsNoNotification() {
        RewardsStore store = store();
        assertThat(Write.registering("P1").telling(notification("N1")).at(2).to(store))
                .isFalse();
        assertThat(store.notifications(0, 10)).isEmpty();
        assumeTrue(keepsNotifications(), "The store tells nobody.");
        store.keep(List.of(notification("N1")));
        assertThat(store.notifications(0, 10)).hasSize(1);
    }

    /** An id is kept once: the first stays, whoever comes again, and also after it was delivered. */
    @Test
    default void anIdIsKeptOnceForEver() {
        assumeTrue(keepsNotifications(), "The store tells nobody.");
        RewardsStore store = store();
        store.keep(List.of(notification("N1", "first"), notification("N1", "second")));
        store.keep(List.of(notification("N1", "third")));
        Write.registering("P1").telling(notification("N1", "fourth")).must(store);
        assertThat(Snapshot.whats(store.notifications(0, 10))).containsExactly(notification("N1", "first"));
        store.delivered("N1");
        assertThat(store.notifications(0, 10)).isEmpty();
        store.keep(List.of(notification("N1", "fifth"), notification("N2")));
        Write.next(store, "P1", "E1").telling(notification("N1", "sixth")).must(store);
        assertThat(ids(store.notifications(0, 10))).containsExactly("N2");
    }

    /** What was delivered is not handed out again; the others are. */
    @Test
    default void whatWasDeliveredIsGone() {
        assumeTrue(keepsNotifications(), "The store tells nobody.");
        RewardsStore store = store();
        store.keep(List.of(notification("N1"), notification("N2"), notification("n2")));
        store.delivered("N2");
        store.delivered("N2");
        store.delivered("unknown");
        assertThat(ids(store.notifications(0, 10))).containsExactly("N1", "n2");
    }

    /** Pages are full, in order and complete, also where some are delivered meanwhile. */
    @Test
    default void pagesOfNotificationsAreCompleteAlsoWhereSomeAreDelivered() {
        assumeTrue(keepsNotifications(), "The store tells nobody.");
        for (int most = 1; most <= 6; most++) {
            RewardsStore store = store();
            for (int i = 0; i < 5; i++) {
                store.keep(List.of(notification("N" + i)));
            }
            List<String> seen = new ArrayList<>();
            long after = 0;
            List<Kept<Notification>> page = store.notifications(after, most);
            while (!page.isEmpty()) {
                assertThat(page).hasSize(Math.min(most, 5 - seen.size()));
                seen.addAll(ids(page));
                after = page.get(page.size() - 1).number();
                store.delivered(page.get(0).what().id());
                page = store.notifications(after, most);
            }
            assertThat(seen).as("pages of %s", most).containsExactly("N0", "N1", "N2", "N3", "N4");
        }
    }

    /** Threads that keep the same notification keep it once. */
    @Test
    default void threadsKeepAnIdOnce() {
        assumeTrue(keepsNotifications() && isForManyThreads(), "The store tells nobody, or is for one thread.");
        RewardsStore store = store();
        Threads.readingWhile(
                () -> {
                    for (int i = 0; i < 100; i++) {
                        store.keep(List.of(notification("N" + i), notification("N" + (i / 2))));
                    }
                },
                () -> {
                    for (int i = 0; i < 10; i++) {
                        store.keep(List.of(notification("N" + i)));
                    }
                });
        assertThat(ids(store.notifications(0, 1_000))).doesNotHaveDuplicates().hasSize(100);
    }
}
