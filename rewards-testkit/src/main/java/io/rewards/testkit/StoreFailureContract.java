package io.rewards.testkit;

import static io.rewards.testkit.Events.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.account.OpenEvent;
import io.rewards.account.UniqueName;
import io.rewards.books.Awarding;
import io.rewards.books.Paying;
import io.rewards.books.Purse;
import io.rewards.catalogue.NotificationKind;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.effect.Shared;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.notification.Notification;
import io.rewards.store.RewardsStore;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SpendPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A commit that fails with an exception has written nothing, and may be made again. */
public abstract class StoreFailureContract {

    private static final UniqueName CARD = UniqueName.token("card");
    private static final UniqueName PHONE = UniqueName.token("phone");
    private static final UniqueName WATCH = UniqueName.token("watch");
    private static final Counted COUNTED = new Counted(EventKey.of("E0"), Events.START, 5);

    /** A story in which every effect changes everything that one can. */
    private static final List<Function<RewardsStore, Write>> STORY = List.of(
            store -> Write.registering("P1")
                    .with(shared(1, Set.of(CARD), Set.of(), claim("A", "1.00"), claim("D", "2.00"))),
            store -> busy(store, Events.purchase("E2", "P1", Events.START))
                    .with(shared(2, Set.of(CARD, PHONE), Set.of(), claim("A", "2.00"), claim("B", "3.00")))
                    .visitingAnew(),
            store -> busy(store, Events.raised("F1", "P1"))
                    .with(shared(
                            3,
                            Set.of(CARD, WATCH),
                            Set.of(PHONE),
                            BudgetClaim.release(BudgetName.ofOffer("A"), eur("3.00"), true),
                            claim("B", "7.00"))),
            store -> busy(store, Events.purchase("E4", "P1", Events.START))
                    .with(shared(
                            4,
                            Set.of(PHONE),
                            Set.of(CARD, WATCH),
                            claim("A", "10.00"),
                            claim("D", "3.00"),
                            BudgetClaim.release(BudgetName.ofOffer("D"), eur("2.00"), true))),
            store -> Write.registering("P2").with(shared(5, Set.of(CARD), Set.of(), claim("C", "10.00"))));

    /** A new store that fails when it is told. */
    public abstract FailingStore failing();

    /** After each failure everything is as before, and in the end it is as if nothing had ever failed. */
    @Test
    void aCommitThatFailsLeavesEverythingAsItWasAndMayBeMadeAgain() {
        RewardsStore sound = failing().store();
        List<Write> all = new ArrayList<>();
        STORY.forEach(step -> all.add(step.apply(sound).must(sound)));
        Snapshot end = Snapshot.of(sound, all);
        for (int broken = 0; broken < STORY.size(); broken++) {
            FailingStore failing = failing();
            RewardsStore store = failing.store();
            for (int step = 0; step < STORY.size(); step++) {
                Write write = STORY.get(step).apply(store);
                if (step == broken) {
                    Snapshot before = Snapshot.of(store, all);
                    failing.failNext();
                    assertThatThrownBy(() -> write.to(store)).isInstanceOf(RuntimeException.class);
                    assertThat(Snapshot.of(store, all).changesSince(before))
                            .as("after step %s", step)
                            .isEmpty();
                }
                write.must(store);
            }
            assertThat(Snapshot.of(store, all).changesSince(end))
                    .as("where step %s failed", broken)
                    .isEmpty();
        }
    }

    /** Also a commit that fails again and again. */
    @Test
    void aCommitMayFailSeveralTimes() {
        FailingStore failing = failing();
        RewardsStore store = failing.store();
        for (Function<RewardsStore, Write> step : STORY) {
            Write write = step.apply(store);
            Snapshot before = Snapshot.of(store, List.of(write));
            for (int i = 0; i < 3; i++) {
                failing.failNext();
                assertThatThrownBy(() -> write.to(store)).isInstanceOf(RuntimeException.class);
                assertThat(Snapshot.of(store, List.of(write)).changesSince(before))
                        .isEmpty();
            }
            write.must(store);
        }
    }

    /** What a failed commit would have taken is there for others. */
    @Test
    void whatAFailedCommitWouldHaveTakenIsThereForOthers() {
        FailingStore failing = failing();
        RewardsStore store = failing.store();
        Write.register(store, "P1", "P2");
        Write first = Write.next(store, "P1", "E").with(shared(1, Set.of(CARD), Set.of(), claim("A", "10.00")));
        failing.failNext();
        assertThatThrownBy(() -> first.to(store)).isInstanceOf(RuntimeException.class);
        Write.next(store, "P2", "E")
                .with(shared(1, Set.of(CARD), Set.of(), claim("A", "10.00")))
                .must(store);
        assertThat(first.to(store)).isFalse();
        assertThat(store.holder(CARD)).contains("P2");
    }

    private static BudgetClaim claim(String budget, String amount) {
        return BudgetClaim.of(BudgetName.ofOffer(budget), eur(amount), Optional.of(9L), Optional.of(eur("10.00")));
    }

    private static Shared shared(int number, Set<UniqueName> taken, Set<UniqueName> released, BudgetClaim... claims) {
        Notification notification = new Notification(
                "N" + number, NotificationKind.AWARD, "P1", "A", Events.START, "en", "Hello", new TreeMap<>());
        return new Shared(
                List.of(claims),
                List.of(FollowUp.of(Events.raised("F" + number, "P1"))),
                taken,
                released,
                List.of(notification));
    }

    /** An award, a purchase that is paid of it, something that counts or no longer does, and something that waits. */
    private static Write busy(RewardsStore store, CustomerEvent event) {
        Loaded loaded = Money.load(store, "P1");
        Account account = loaded.account();
        Purse purse = Money.purse(loaded, event);
        new Awarding(purse)
                .award(
                        Money.lot(event.key(), "A", eur("5.00"), Optional.of(Events.FAR), List.of(COUNTED)),
                        new AwardSubject.Page("page"));
        Purchase paid = Events.purchase("paid " + event.key().id(), "P1", Events.START);
        Sale sale = Money.sale(paid);
        new Paying(purse).pay(sale, SpendPlan.of(purse.spendable(Events.START), sale.lines(), eur("7.00")));
        purse.cancel(EventKey.of("cancelled " + event.key().id()));
        boolean counts = !loaded.past().countedFor(COUNTED.event()).isEmpty();
        Map<String, List<Counted>> some = Map.of("C", List.of(COUNTED));
        OpenEvent open = new OpenEvent(event.key(), Events.START, Set.of("A"));
        Account after = account.open().stream()
                .reduce(account, (now, each) -> now.without(each.event()), (left, right) -> right)
                .with(open);
        return Write.of(
                event,
                Effect.of(
                        after.with(purse.wallet()),
                        purse.changes().with(counts ? Map.of() : some, counts ? some : Map.of()),
                        Report.NOTHING));
    }
}
