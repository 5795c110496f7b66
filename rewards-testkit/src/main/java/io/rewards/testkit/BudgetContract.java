package io.rewards.testkit;

import static io.rewards.testkit.Events.cents;
import static io.rewards.testkit.Events.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.UniqueName;
import io.rewards.effect.Shared;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A budget is never overdrawn, and a claim is taken whole or not at all. */
public interface BudgetContract extends StoreUnderTest {

    private static BudgetClaim amount(String offer, String amount) {
        return most(BudgetName.ofOffer(offer), amount);
    }

    private static BudgetClaim most(BudgetName budget, String amount) {
        return BudgetClaim.of(budget, eur(amount), Optional.empty(), Optional.of(eur("10.00")));
    }

    private static BudgetClaim awards(String offer) {
        return BudgetClaim.of(BudgetName.ofOffer(offer), eur("1.00"), Optional.of(3L), Optional.empty());
    }

    /** A budget that nobody has claimed is not used. */
    @Test
    default void aBudgetThatWasNeverClaimedIsNotUsed() {
        RewardsStore store = store();
        Write.registering("P1").claiming(amount("A", "1.00")).must(store);
        assertThat(store.usage(BudgetName.ofOffer("B"))).isEmpty();
        assertThat(store.usage(BudgetName.ofOffer("a"))).isEmpty();
    }

    /** The most is what can be had, to the cent. */
    @Test
    default void claimsPassUpToTheMostAndNotOneCentAbove() {
        RewardsStore store = store();
        Write.registering("P1").claiming(amount("A", "9.99")).must(store);
        Write above = Write.next(store, "P1", "E2").claiming(amount("A", "0.02"));
        Snapshot before = Snapshot.of(store, List.of(above));
        assertThat(above.to(store)).isFalse();
        assertThat(Snapshot.of(store, List.of(above)).changesSince(before)).isEmpty();
        Write.next(store, "P1", "E3").claiming(amount("A", "0.01")).must(store);
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(2, eur("10.00")));
        assertThat(Write.next(store, "P1", "E4").claiming(amount("A", "0.01")).to(store))
                .isFalse();
    }

    /** The most of awards is what can be had, to the award. */
    @Test
    default void awardsPassUpToTheMostAndNotOneAbove() {
        RewardsStore store = store();
        Write.register(store, "P1");
        for (int i = 0; i < 3; i++) {
            Write.next(store, "P1", "E" + i).claiming(awards("A")).must(store);
        }
        Write above = Write.next(store, "P1", "E3").claiming(awards("A"));
        Snapshot before = Snapshot.of(store, List.of(above));
        assertThat(above.to(store)).isFalse();
        assertThat(Snapshot.of(store, List.of(above)).changesSince(before)).isEmpty();
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(3, eur("3.00")));
    }

    /** What awards no longer use is there for others. */
    @Test
    default void whatIsReleasedCanBeClaimedAgain() {
        RewardsStore store = store();
        Write.registering("P1").claiming(amount("A", "10.00")).must(store);
        Write.registering("P2")
                .claiming(BudgetClaim.release(BudgetName.ofOffer("A"), eur("4.00"), false))
                .must(store);
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(1, eur("6.00")));
        assertThat(Write.next(store, "P1", "E1").claiming(amount("A", "4.01")).to(store))
                .isFalse();
        Write.next(store, "P1", "E2").claiming(amount("A", "4.00")).must(store);
        Write.next(store, "P1", "E3")
                .claiming(BudgetClaim.release(BudgetName.ofOffer("A"), eur("10.00"), true))
                .must(store);
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(1, eur("0.00")));
        Write.next(store, "P1", "E4")
                .claiming(BudgetClaim.release(BudgetName.ofOffer("A"), eur("0.00"), true))
                .must(store);
        assertThat(Snapshot.usage(store, BudgetName.ofOffer("A"))).isEmpty();
    }

    /** A release always passes, also where less than what is used is allowed by now. */
    @Test
    default void aReleasePassesAlsoWhereTheBudgetIsOverdrawn() {
        RewardsStore store = store();
        Write.registering("P1").claiming(amount("A", "10.00")).must(store);
        BudgetClaim less =
                BudgetClaim.of(BudgetName.ofOffer("A"), eur("0.01"), Optional.empty(), Optional.of(eur("5.00")));
        assertThat(Write.next(store, "P1", "E1").claiming(less).to(store)).isFalse();
        Write.next(store, "P1", "E2")
                .claiming(BudgetClaim.release(BudgetName.ofOffer("A"), eur("1.00"), false))
                .must(store);
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(1, eur("9.00")));
    }

    /** Where one of several claims does not last, none is taken, whichever comes first. */
    @Test
    default void severalClaimsAreTakenAllOrNone() {
        RewardsStore store = store();
        Write.registering("P1")
                .claiming(amount("A", "4.00"), amount("B", "6.00"))
                .must(store);
        for (List<BudgetClaim> claims : List.of(
                List.of(amount("A", "1.00"), amount("B", "4.01")),
                List.of(amount("B", "4.01"), amount("A", "1.00")),
                List.of(BudgetClaim.release(BudgetName.ofOffer("A"), eur("1.00"), true), amount("B", "4.01")))) {
            Write write = Write.next(store, "P1", "E2").claiming(claims.toArray(new BudgetClaim[0]));
            Snapshot before = Snapshot.of(store, List.of(write));
            assertThat(write.to(store)).isFalse();
            assertThat(Snapshot.of(store, List.of(write)).changesSince(before)).isEmpty();
        }
        Write.next(store, "P1", "E2")
                .claiming(amount("A", "6.00"), amount("B", "4.00"))
                .must(store);
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(2, eur("10.00")));
        assertThat(store.usage(BudgetName.ofOffer("B"))).contains(new Usage(2, eur("10.00")));
    }

    /** The budgets of an offer for different periods have nothing to do with one another. */
    @Test
    default void eachPeriodHasABudgetOfItsOwn() {
        RewardsStore store = store();
        BudgetName monday = BudgetName.ofOffer("A", "DAY 2024-03-04");
        BudgetName week = BudgetName.ofOffer("A", "WEEK 2024-03-04");
        Write.registering("P1")
                .claiming(most(monday, "6.00"), most(week, "6.00"), amount("A", "6.00"))
                .must(store);
        for (BudgetName full : List.of(monday, week)) {
            assertThat(Write.next(store, "P1", "E1")
                            .claiming(most(full, "4.01"))
                            .to(store))
                    .isFalse();
            assertThat(store.usage(full)).contains(new Usage(1, eur("6.00")));
        }
        BudgetName tuesday = BudgetName.ofOffer("A", "DAY 2024-03-05");
        assertThat(store.usage(tuesday)).isEmpty();
        Write.next(store, "P1", "E1")
                .claiming(most(tuesday, "10.00"), BudgetClaim.release(monday, eur("6.00"), true))
                .must(store);
        assertThat(Snapshot.usage(store, monday)).isEmpty();
        assertThat(store.usage(tuesday)).contains(new Usage(1, eur("10.00")));
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(1, eur("6.00")));
    }

    /** Two claims of one effect on one budget count together. */
    @Test
    default void claimsOfOneEffectOnOneBudgetCountTogether() {
        RewardsStore store = store();
        assertThat(Write.registering("P1")
                        .claiming(amount("A", "6.00"), amount("A", "4.01"))
                        .to(store))
                .isFalse();
        assertThat(store.usage(BudgetName.ofOffer("A"))).isEmpty();
        Write.registering("P1")
                .claiming(amount("A", "6.00"), amount("A", "4.00"))
                .must(store);
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(2, eur("10.00")));
    }

    /** Where a name is held by another, no claim is taken, and the other way round. */
    @Test
    default void claimsAndNamesAreTakenTogetherOrNotAtAll() {
        RewardsStore store = store();
        UniqueName card = UniqueName.token("card");
        UniqueName free = UniqueName.token("free");
        Write.registering("P1").taking(card).must(store);
        Write.register(store, "P2");
        for (Write write : List.of(
                with(Write.next(store, "P2", "E1"), "1.00", card),
                with(Write.next(store, "P2", "E1"), "10.01", free))) {
            Snapshot before = Snapshot.of(store, List.of(write));
            assertThat(write.to(store)).isFalse();
            assertThat(Snapshot.of(store, List.of(write)).changesSince(before)).isEmpty();
        }
    }

    private static Write with(Write write, String amount, UniqueName name) {
        return write.with(new Shared(List.of(amount("A", amount)), List.of(), Set.of(name), Set.of(), List.of()));
    }

    /** Many threads get exactly what a budget has. */
    @Test
    default void manyThreadsGetExactlyWhatABudgetHas() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String participant = "P" + i;
            tasks.add(() -> {
                Write.register(store, participant);
                int got = 0;
                for (int event = 0; event < 60; event++) {
                    BudgetClaim claim = BudgetClaim.of(
                            BudgetName.ofOffer("A"), cents(7), Optional.of(200L), Optional.of(cents(1_400)));
                    got += Write.next(store, participant, participant + "-" + event)
                                    .claiming(claim)
                                    .to(store)
                            ? 1
                            : 0;
                }
                return got;
            });
        }
        int got = Threads.together(tasks).stream().mapToInt(each -> each).sum();
        assertThat(got).isEqualTo(200);
        assertThat(store.usage(BudgetName.ofOffer("A"))).contains(new Usage(200, cents(1_400)));
        long written = store.participants("", 10).stream()
                .mapToLong(each -> store.account(each).orElseThrow().version() - 1)
                .sum();
        assertThat(written).isEqualTo(200);
    }

    /** Eight threads get exactly what a merchant gives, beside the budget of an offer of the same code. */
    @Test
    default void eightThreadsGetExactlyWhatAMerchantGives() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        BudgetName merchant = BudgetName.ofMerchant("A", "MONTH 2024-03-01");
        BudgetName offer = BudgetName.ofOffer("A", "MONTH 2024-03-01");
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String participant = "P" + i;
            tasks.add(() -> {
                Write.register(store, participant);
                int got = 0;
                for (int event = 0; event < 20; event++) {
                    Write write = Write.next(store, participant, participant + "-" + event)
                            .with(Shared.of(
                                    List.of(
                                            BudgetClaim.of(
                                                    offer, cents(10), Optional.empty(), Optional.of(cents(100_000))),
                                            BudgetClaim.of(
                                                    merchant, cents(6), Optional.empty(), Optional.of(cents(300)))),
                                    List.of()));
                    got += write.to(store) ? 1 : 0;
                }
                return got;
            });
        }
        int got = Threads.together(tasks).stream().mapToInt(each -> each).sum();
        assertThat(got).isEqualTo(50);
        assertThat(store.usage(merchant)).contains(new Usage(50, cents(300)));
        assertThat(store.usage(offer)).contains(new Usage(50, cents(500)));
    }
}
