package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.UniqueName;
import io.rewards.effect.Shared;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A name is held by one participant at most. */
public interface NameContract extends StoreUnderTest {

    /** A taken name is refused to others, and nothing else of their effect is written. */
    @Test
    default void aTakenNameIsRefusedToOthers() {
        RewardsStore store = store();
        UniqueName card = UniqueName.token("card");
        UniqueName phone = UniqueName.token("phone");
        Write.register(store, "P1", "P2");
        Write.next(store, "P1", "E1").taking(card).must(store);
        assertThat(store.holder(card)).contains("P1");
        Write both = Write.next(store, "P2", "E2").taking(phone, card);
        Snapshot before = Snapshot.of(store, List.of(both));
        assertThat(both.to(store)).isFalse();
        assertThat(Snapshot.of(store, List.of(both)).changesSince(before)).isEmpty();
        assertThat(store.holder(phone)).isEmpty();
    }

    /** Whoever registers with a name of somebody else is not registered. */
    @Test
    default void whoRegistersWithATakenNameIsNotRegistered() {
        RewardsStore store = store();
        UniqueName card = UniqueName.token("card");
        Write.registering("P1").taking(card).must(store);
        assertThat(Write.registering("P2").taking(card).to(store)).isFalse();
        assertThat(store.account("P2")).isEmpty();
        assertThat(store.participants("", 10)).containsExactly("P1");
    }

    /** A released name is free for everybody. */
    @Test
    default void aReleasedNameIsFree() {
        RewardsStore store = store();
        UniqueName card = UniqueName.token("card");
        Write.registering("P1").taking(card).must(store);
        Write.register(store, "P2");
        Write.next(store, "P1", "E1").releasing(card).must(store);
        assertThat(store.holder(card)).isEmpty();
        Write.next(store, "P2", "E2").taking(card).must(store);
        assertThat(store.holder(card)).contains("P2");
        assertThat(Write.next(store, "P1", "E3").taking(card).to(store)).isFalse();
    }

    /** One effect may give one name away and take another. */
    @Test
    default void aNameIsExchangedForAnother() {
        RewardsStore store = store();
        UniqueName old = UniqueName.token("old");
        UniqueName young = UniqueName.token("young");
        Write first = Write.registering("P1").taking(old).must(store);
        Write.next(store, "P1", "E1")
                .with(new Shared(List.of(), List.of(), Set.of(young), Set.of(old), List.of()))
                .must(store);
        assertThat(store.holder(old)).isEmpty();
        assertThat(store.holder(young)).contains(first.participant());
    }

    /** Taking one's own name again is nothing new. */
    @Test
    default void takingOnesOwnNameAgainIsFine() {
        RewardsStore store = store();
        UniqueName card = UniqueName.token("card");
        Write.registering("P1").taking(card).must(store);
        Write.next(store, "P1", "E1").taking(card).must(store);
        assertThat(store.holder(card)).contains("P1");
    }

    /** Nobody gives away what somebody else holds. */
    @Test
    default void nobodyReleasesANameOfSomebodyElse() {
        RewardsStore store = store();
        UniqueName card = UniqueName.token("card");
        Write.registering("P1").taking(card).must(store);
        Write.registering("P2").releasing(card).must(store);
        assertThat(store.holder(card)).contains("P1");
        assertThat(Write.next(store, "P2", "E1").taking(card).to(store)).isFalse();
    }

    /** Names differ by kind, by case, and by where their parts end. */
    @Test
    default void namesThatLookAlikeAreDifferentNames() {
        RewardsStore store = store();
        List<UniqueName> names = List.of(
                UniqueName.token("a"),
                UniqueName.token("A"),
                UniqueName.token("a "),
                UniqueName.voucher("a"),
                UniqueName.code("a", "b/c"),
                UniqueName.code("a/b", "c"),
                UniqueName.code("a", "b#c"),
                UniqueName.code("a#b", "c"),
                UniqueName.code("i", "ı"),
                UniqueName.code("ı", "i"),
                UniqueName.token("é"),
                UniqueName.token("e\u0301"));
        for (int i = 0; i < names.size(); i++) {
            Write.registering("P" + i).taking(names.get(i)).must(store);
        }
        for (int i = 0; i < names.size(); i++) {
            assertThat(store.holder(names.get(i))).contains("P" + i);
        }
    }

    /** Of many who want a name at the same time, one gets it, and only that one is written. */
    @Test
    default void ofManyThreadsThatTakeOneNameOneGetsIt() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        String[] participants = {"P1", "P2", "P3", "P4"};
        Write.register(store, participants);
        for (int round = 0; round < 50; round++) {
            UniqueName name = UniqueName.token("card " + round);
            List<Write> writes = new ArrayList<>();
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (String participant : participants) {
                Write write = Write.next(store, participant, participant + "-" + round)
                        .taking(name);
                writes.add(write);
                tasks.add(() -> write.to(store));
            }
            List<Boolean> won = Threads.together(tasks);
            assertThat(won).as("round %s", round).containsOnlyOnce(true);
            for (int i = 0; i < won.size(); i++) {
                assertThat(store.recorded(writes.get(i).key()).isPresent()).isEqualTo(won.get(i));
            }
            assertThat(store.holder(name)).contains(participants[won.indexOf(true)]);
        }
    }
}
