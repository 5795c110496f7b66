package io.rewards.testkit;

import static io.rewards.testkit.Events.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.Loaded;
import io.rewards.books.Paying;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.TransactionKind;
import io.rewards.settlement.MerchantEntry;
import io.rewards.settlement.PointsValue;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementDocument;
import io.rewards.settlement.Settling;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import io.rewards.store.MerchantBooks;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SpendPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is to be settled with a merchant is open until exactly one settlement takes it. */
public interface MerchantContract extends StoreUnderTest {

    private static JournalPlace start() {
        return JournalPlace.BEFORE_ALL;
    }

    /** Gives a participant money for so many purchases. */
    private static void register(RewardsStore store, String participant) {
        Write.register(store, participant);
        Money.award(Money.load(store, participant), "award " + participant, eur("50.00"), Optional.empty())
                .must(store);
    }

    /** A purchase of 1.00 at a unit that is paid from the wallet. */
    private static boolean spend(RewardsStore store, String participant, String event, String unit) {
        Loaded loaded = Money.load(store, participant);
        Purchase purchase = Purchase.of(
                EventHeader.of(event, participant, unit, Events.START), PurchaseLine.of("1", "bread", 1, eur("1.00")));
        Sale sale = Money.sale(purchase);
        return Money.moving(
                        loaded,
                        purchase,
                        purse -> new Paying(purse)
                                .pay(sale, SpendPlan.of(purse.spendable(Events.START), sale.lines(), eur("1.00"))))
                .to(store);
    }

    private static SettlementDocument drawn(RewardsStore store, String merchant, String id) {
        MerchantBooks books = store.merchants();
        Optional<Settlement> latest = books.latest(merchant);
        List<OwnedEntry> open = books.open(merchant, start(), 10_000);
        Settling settling =
                new Settling(merchant, latest, Optional.empty(), new PointsValue(Events.EUR, Set.of(), List.of()));
        return settling.settle(id, Events.START, open, List.of());
    }

    private static boolean settle(RewardsStore store, SettlementDocument document) {
        return store.merchants().settle(document.settlement(), document.entries());
    }

    private static List<JournalPlace> places(List<OwnedEntry> entries) {
        return entries.stream().map(OwnedEntry::place).toList();
    }

    private static List<JournalPlace> taken(RewardsStore store, String merchant) {
        return store.merchants().journal(merchant, 0, 10_000).stream()
                .flatMap(each -> each.taken().stream())
                .toList();
    }

    /** What touches a merchant is open, in order, and under that merchant only. */
    @Test
    default void whatTouchesAMerchantIsOpen() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        for (String participant : List.of("P2", "P1")) {
            register(store, participant);
            assertThat(spend(store, participant, "E1" + participant, "A")).isTrue();
            assertThat(spend(store, participant, "E2" + participant, "B")).isTrue();
            assertThat(spend(store, participant, "E3" + participant, "A")).isTrue();
        }
        MerchantBooks books = store.merchants();

        assertThat(books.withOpenEntries("", 10)).containsExactly("A", "B");
        assertThat(books.withOpenEntries("A", 10)).containsExactly("B");
        assertThat(books.withOpenEntries("", 1)).containsExactly("A");
        List<OwnedEntry> open = books.open("A", start(), 10);
        assertThat(open)
                .hasSize(4)
                .allSatisfy(
                        each -> assertThat(each.entry().transaction().kind()).isEqualTo(TransactionKind.SPEND))
                .extracting(OwnedEntry::owner)
                .containsExactly("P1", "P1", "P2", "P2");
        open.forEach(each -> assertThat(store.journal(each.owner(), each.entry().number() - 1, 1))
                .containsExactly(each.entry()));
        List<OwnedEntry> paged = new ArrayList<>();
        for (List<OwnedEntry> page = books.open("A", start(), 3);
                !page.isEmpty();
                page = books.open("A", page.get(page.size() - 1).place(), 3)) {
            paged.addAll(page);
        }
        assertThat(paged).isEqualTo(open);
        assertThat(books.open("C", start(), 10)).isEmpty();
        assertThat(places(books.openOf(EventKey.of("E2P1")))).isEqualTo(places(books.open("B", start(), 1)));
        assertThat(books.openOf(EventKey.of("E4P1"))).isEmpty();
    }

    /** A settlement keeps what it took, in the journal of the merchant, and it is open no longer. */
    @Test
    default void aSettlementTakesWhatIsOpen() {
        assumeTrue(keepsSettlements(), "The store settles nothing.");
        RewardsStore store = store();
        register(store, "P1");
        spend(store, "P1", "E1", "A");
        spend(store, "P1", "E2", "A");
        MerchantBooks books = store.merchants();
        assertThat(books.latest("A")).isEmpty();
        assertThat(books.settled("", 10)).isEmpty();
        SettlementDocument first = drawn(store, "A", "one");
        assertThat(settle(store, first)).isTrue();

        assertThat(books.open("A", start(), 10)).isEmpty();
        assertThat(books.openOf(EventKey.of("E1"))).isEmpty();
        assertThat(books.withOpenEntries("", 10)).isEmpty();
        assertThat(books.settled("", 10)).containsExactly("A");
        assertThat(books.settlement("A", "one")).contains(first.settlement());
        assertThat(books.settlement("A", "two")).isEmpty();
        assertThat(books.settlement("B", "one")).isEmpty();
        assertThat(books.journal("A", 0, 10)).isEqualTo(first.entries());
        assertThat(first.settlement().position(Events.EUR)).isEqualTo(eur("2.00"));

        spend(store, "P1", "E3", "A");
        SettlementDocument second = drawn(store, "A", "two");
        assertThat(settle(store, second)).isTrue();
        assertThat(second.settlement().position(Events.EUR)).isEqualTo(eur("3.00"));
        List<MerchantEntry> all = new ArrayList<>(first.entries());
        all.addAll(second.entries());
        List<MerchantEntry> paged = new ArrayList<>();
        for (List<MerchantEntry> page = books.journal("A", 0, 2);
                !page.isEmpty();
                page = books.journal("A", page.get(page.size() - 1).number(), 2)) {
            paged.addAll(page);
        }
        assertThat(paged).isEqualTo(all);
        assertThat(books.settlements("A", 0, 10)).containsExactly(first.settlement(), second.settlement());
        assertThat(books.settlements("A", 1, 10)).containsExactly(second.settlement());
        assertThat(books.settlements("A", 0, 1)).containsExactly(first.settlement());
        assertThat(books.latest("A")).contains(second.settlement());
        String lot = all.get(0).transaction().lot();
        assertThat(books.journalOf("A", List.of("other", lot, lot)))
                .isEqualTo(all.stream()
                        .filter(each -> each.transaction().lot().equals(lot))
                        .toList());
        assertThat(books.journalOf("A", List.of())).isEmpty();
        assertThat(books.journalOf("B", List.of(lot))).isEmpty();
    }

    /** A settlement that was drawn before another one, or of an id that is there, is refused and changes nothing. */
    @Test
    default void aSettlementOfWhatIsTakenIsRefused() {
        assumeTrue(keepsSettlements(), "The store settles nothing.");
        RewardsStore store = store();
        register(store, "P1");
        spend(store, "P1", "E1", "A");
        SettlementDocument first = drawn(store, "A", "one");
        SettlementDocument late = drawn(store, "A", "two");
        assertThat(settle(store, first)).isTrue();
        spend(store, "P1", "E2", "A");
        SettlementDocument again = drawn(store, "A", "one");
        Settlement next = drawn(store, "A", "three").settlement();
        Snapshot before = Snapshot.of(store, List.of());

        assertThat(settle(store, first)).isFalse();
        assertThat(settle(store, late)).isFalse();
        assertThat(settle(store, again)).isFalse();
        assertThat(store.merchants().settle(next, late.entries())).isFalse();
        assertThat(Snapshot.of(store, List.of()).changesSince(before)).isEmpty();
        assertThat(settle(store, drawn(store, "A", "two"))).isTrue();
    }

    /** Codes of merchants and ids of settlements may hold anything. */
    @Test
    default void merchantsAndIdsMayHoldAnything() {
        assumeTrue(keepsSettlements(), "The store settles nothing.");
        RewardsStore store = store();
        register(store, "P1");
        List<String> merchants = Events.ODD_IDS;
        merchants.forEach(merchant -> spend(store, "P1", "E " + merchant, merchant));
        assertThat(store.merchants().withOpenEntries("", 100))
                .isEqualTo(merchants.stream().sorted().toList());
        merchants.forEach(merchant -> assertThat(settle(store, drawn(store, merchant, merchant + "/#")))
                .isTrue());
        assertThat(store.merchants().settled("", 100))
                .isEqualTo(merchants.stream().sorted().toList());
        merchants.forEach(merchant -> {
            assertThat(store.merchants().settlement(merchant, merchant + "/#")).isPresent();
            assertThat(store.merchants().journal(merchant, 0, 10)).hasSize(2);
        });
    }

    /** The host is told of each settlement until it was told, by one worker at a time. */
    @Test
    default void settlementsAreKeptUntilTheHostWasTold() {
        assumeTrue(keepsSettlements(), "The store settles nothing.");
        RewardsStore store = store();
        register(store, "P1");
        List<Settlement> all = new ArrayList<>();
        for (String merchant : List.of("B", "A", "C")) {
            spend(store, "P1", "E" + merchant, merchant);
            SettlementDocument drawn = drawn(store, merchant, "one");
            settle(store, drawn);
            all.add(drawn.settlement());
        }
        MerchantBooks books = store.merchants();
        Lease lease = Lease.of(Events.START, Duration.ofMinutes(5));
        Lease later = Lease.of(Events.START.plusSeconds(300), Duration.ofMinutes(5));

        assertThat(Snapshot.whats(books.untold(0, 10))).isEqualTo(all);
        List<Kept<Settlement>> claimed = books.claim(0, 2, lease);
        assertThat(Snapshot.whats(claimed)).isEqualTo(all.subList(0, 2));
        assertThat(Snapshot.whats(books.claim(0, 10, lease))).isEqualTo(all.subList(2, 3));
        assertThat(books.claim(0, 10, lease)).isEmpty();
        books.letGo(all.get(0), lease);
        assertThat(Snapshot.whats(books.claim(0, 10, lease))).isEqualTo(all.subList(0, 1));
        books.told(all.get(1));
        books.told(all.get(1));
        assertThat(Snapshot.whats(books.untold(0, 10))).containsExactly(all.get(0), all.get(2));
        assertThat(Snapshot.whats(books.untold(claimed.get(0).number(), 10))).containsExactly(all.get(2));
        assertThat(Snapshot.whats(books.claim(0, 10, later))).containsExactly(all.get(0), all.get(2));
    }

    /** Two workers settle while eight tills sell: no entry is missed, and none is taken twice. */
    @Test
    default void twoWorkersSettleWhileTillsSell() {
        assumeTrue(keepsSettlements() && isForManyThreads(), "The store settles nothing, or is for one thread.");
        RewardsStore store = store();
        int tills = 8;
        int purchases = 25;
        for (int i = 0; i < tills; i++) {
            register(store, "P" + i);
        }
        AtomicInteger selling = new AtomicInteger(tills);
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < tills; i++) {
            String participant = "P" + i;
            tasks.add(() -> {
                try {
                    for (int each = 0; each < purchases; each++) {
                        assertThat(spend(store, participant, participant + "/" + each, each % 5 == 0 ? "B" : "A"))
                                .isTrue();
                    }
                    return 0;
                } finally {
                    selling.decrementAndGet();
                }
            });
        }
        for (String worker : List.of("one", "two")) {
            tasks.add(() -> {
                int settled = 0;
                for (boolean last = false; !last; ) {
                    last = selling.get() == 0;
                    for (String merchant : List.of("A", "B")) {
                        if (settle(store, drawn(store, merchant, worker + "/" + settled))) {
                            settled++;
                        }
                    }
                }
                return settled;
            });
        }
        Threads.together(tasks);
        for (String merchant : List.of("A", "B")) {
            settle(store, drawn(store, merchant, "rest"));
            assertThat(store.merchants().open(merchant, start(), 10_000)).isEmpty();
            assertThat(taken(store, merchant))
                    .doesNotHaveDuplicates()
                    .hasSize(tills * (merchant.equals("B") ? purchases / 5 : purchases - purchases / 5));
            assertThat(store.merchants().latest(merchant).orElseThrow().position(Events.EUR))
                    .isEqualTo(eur(merchant.equals("B") ? "40.00" : "160.00"));
        }
    }
}
