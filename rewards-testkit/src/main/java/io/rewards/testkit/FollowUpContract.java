package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.FollowUp;
import io.rewards.effect.Effect;
import io.rewards.event.EventKey;
import io.rewards.store.Kept;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What follows for others is kept until it is applied. */
public interface FollowUpContract extends StoreUnderTest {

    private static FollowUp followUp(String id) {
        return FollowUp.of(Events.raised(id, "P1"));
    }

    private static Write applying(RewardsStore store, FollowUp followUp) {
        return Write.of(
                followUp.event(),
                Effect.of(store.account(followUp.event().participant()).orElseThrow()));
    }

    private static List<String> ids(List<Kept<FollowUp>> kept) {
        return kept.stream().map(each -> each.what().event().key().id()).toList();
    }

    /** Keeps as many as {@code most}, named by their numbers, in effects of one or two. */
    private static void keep(RewardsStore store, int most) {
        Write.register(store, "P1");
        for (int i = 0; i < most; i += 2) {
            Write write = Write.next(store, "P1", "E" + i);
            (i + 1 == most
                            ? write.keeping(followUp("F" + i))
                            : write.keeping(followUp("F" + i), followUp("F" + (i + 1))))
                    .must(store);
        }
    }

    /** A follow-up is there with the event that brings it about, and gone with the event that it is. */
    @Test
    default void aFollowUpIsKeptUntilTheEventThatItIsIsRecorded() {
        RewardsStore store = store();
        Write.register(store, "P1");
        FollowUp followUp = followUp("F");
        Write.next(store, "P1", "E1").keeping(followUp).must(store);
        assertThat(Snapshot.whats(store.followUps(0, 10))).containsExactly(followUp);
        assertThat(store.recorded(followUp.event().key())).isEmpty();
        assertThat(applying(store, followUp).at(5).to(store)).isFalse();
        Write.next(store, "P1", "F").must(store);
        assertThat(Snapshot.whats(store.followUps(0, 10))).containsExactly(followUp);
        applying(store, followUp).must(store);
        assertThat(store.followUps(0, 10)).isEmpty();
        assertThat(store.recorded(followUp.event().key())).isPresent();
    }

    /** A commit that is refused keeps nothing and applies nothing. */
    @Test
    default void aRefusedCommitKeepsNoFollowUp() {
        RewardsStore store = store();
        Write.register(store, "P1");
        assertThat(Write.next(store, "P1", "E1").keeping(followUp("F")).at(7).to(store))
                .isFalse();
        assertThat(store.followUps(0, 10)).isEmpty();
    }

    /** The event that applies one follow-up may bring about others. */
    @Test
    default void aFollowUpMayBringAboutOthers() {
        RewardsStore store = store();
        Write.register(store, "P1");
        Write.next(store, "P1", "E1").keeping(followUp("F1"), followUp("F2")).must(store);
        applying(store, followUp("F1")).keeping(followUp("F3")).must(store);
        assertThat(ids(store.followUps(0, 10))).containsExactly("F2", "F3");
    }

    /** Numbers go up, whatever effect kept them. */
    @Test
    default void followUpsComeInTheOrderInWhichTheyWereKept() {
        RewardsStore store = store();
        keep(store, 5);
        List<Kept<FollowUp>> all = store.followUps(0, 10);
        assertThat(ids(all)).containsExactly("F0", "F1", "F2", "F3", "F4");
        assertThat(all).extracting(Kept::number).isSorted().doesNotHaveDuplicates();
        assertThat(all.get(0).number()).isPositive();
        applying(store, followUp("F4")).must(store);
        Write.next(store, "P1", "late").keeping(followUp("F5")).must(store);
        List<Kept<FollowUp>> after = store.followUps(0, 10);
        assertThat(ids(after)).containsExactly("F0", "F1", "F2", "F3", "F5");
        assertThat(after.get(4).number()).isGreaterThan(all.get(4).number());
        assertThat(after.subList(0, 4)).isEqualTo(all.subList(0, 4));
    }

    /** Pages end where they should, whatever their size. */
    @Test
    default void pagesOfFollowUpsAreFullInOrderAndComplete() {
        RewardsStore store = store();
        keep(store, 6);
        for (int most = 1; most <= 7; most++) {
            List<String> seen = new ArrayList<>();
            long after = 0;
            List<Kept<FollowUp>> page = store.followUps(after, most);
            while (!page.isEmpty()) {
                assertThat(page).hasSize(Math.min(most, 6 - seen.size()));
                seen.addAll(ids(page));
                after = page.get(page.size() - 1).number();
                page = store.followUps(after, most);
            }
            assertThat(seen).as("pages of %s", most).containsExactly("F0", "F1", "F2", "F3", "F4", "F5");
        }
    }

    /** A page starts above a number, also where that one is gone. */
    @Test
    default void aPageStartsAboveANumberThatIsGone() {
        RewardsStore store = store();
        keep(store, 4);
        List<Kept<FollowUp>> all = store.followUps(0, 10);
        applying(store, followUp("F1")).must(store);
        assertThat(ids(store.followUps(all.get(1).number(), 10))).containsExactly("F2", "F3");
        assertThat(ids(store.followUps(all.get(0).number(), 1))).containsExactly("F2");
        assertThat(ids(store.followUps(all.get(1).number() - 1, 10))).containsExactly("F2", "F3");
        assertThat(store.followUps(all.get(3).number(), 10)).isEmpty();
    }

    /** Who applies while paging sees each follow-up once, also those that come meanwhile. */
    @Test
    default void nothingIsTwiceOrMissingWhereSomeAreAppliedWhilePaging() {
        RewardsStore store = store();
        keep(store, 20);
        List<String> seen = new ArrayList<>();
        long after = 0;
        for (List<Kept<FollowUp>> page = store.followUps(after, 3); !page.isEmpty(); page = store.followUps(after, 3)) {
            seen.addAll(ids(page));
            after = page.get(page.size() - 1).number();
            Kept<FollowUp> some = page.get(seen.size() % page.size());
            Write write = applying(store, some.what());
            (seen.size() < 10
                            ? write.keeping(
                                    followUp("late " + some.what().event().key().id()))
                            : write)
                    .must(store);
            store.forget(page.get(0).what().event().key());
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(23);
        assertThat(seen.subList(0, 20)).isEqualTo(names(20));
    }

    private static List<String> names(int most) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            names.add("F" + i);
        }
        return names;
    }

    /** What is forgotten is gone, and nothing else. */
    @Test
    default void whatIsForgottenIsGone() {
        RewardsStore store = store();
        keep(store, 3);
        store.forget(Events.raisedKey("F1"));
        assertThat(ids(store.followUps(0, 10))).containsExactly("F0", "F2");
        assertThat(store.recorded(Events.raisedKey("F1"))).isEmpty();
        store.forget(Events.raisedKey("F1"));
        store.forget(Events.raisedKey("unknown"));
        store.forget(EventKey.of("F2"));
        assertThat(ids(store.followUps(0, 10))).containsExactly("F0", "F2");
    }

    /** Threads that keep and apply lose nothing. */
    @Test
    default void threadsKeepAndApplyWithoutLosingAnything() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        Set<String> left = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            String participant = "P" + i;
            for (int event = 1; event < 40; event += 2) {
                left.add(participant + "-" + event);
            }
            tasks.add(() -> {
                Write.register(store, participant);
                for (int event = 0; event < 40; event++) {
                    FollowUp followUp = FollowUp.of(Events.raised(participant + "-" + event, participant));
                    Write.next(store, participant, "E " + participant + "-" + event)
                            .keeping(followUp)
                            .must(store);
                    if (event % 2 == 0) {
                        applying(store, followUp).must(store);
                    }
                }
                return true;
            });
        }
        assertThat(Threads.together(tasks)).containsOnly(true);
        List<Kept<FollowUp>> all = store.followUps(0, 1_000);
        assertThat(ids(all)).containsExactlyInAnyOrderElementsOf(left);
        assertThat(all).extracting(Kept::number).isSorted().doesNotHaveDuplicates();
    }
}
