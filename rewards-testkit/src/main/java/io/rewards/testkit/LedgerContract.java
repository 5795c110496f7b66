package io.rewards.testkit;

import static io.rewards.testkit.Events.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.AccountCheck;
import io.rewards.account.AccountRecords;
import io.rewards.account.Holdings;
import io.rewards.account.Loaded;
import io.rewards.books.Awarding;
import io.rewards.books.Reclaiming;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.FoundTransaction;
import io.rewards.ledger.JournalHead;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.TransactionKind;
import io.rewards.ledger.TransactionState;
import io.rewards.ledger.Turnover;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.RandomLedger.Question;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is asked about the journals of all participants: searches, balances and what moved. */
public interface LedgerContract extends StoreUnderTest {

    private static List<FoundTransaction> found(RewardsStore store, TransactionFilter filter) {
        return store.transactions(filter, RandomLedger.ZONE, JournalPlace.BEFORE_ALL, 1_000);
    }

    /** A random ledger, written to a store. */
    private RandomLedger written(RewardsStore store, long seed) {
        RandomLedger ledger = new RandomLedger(seed);
        ledger.begin(store);
        for (int step = 0; step < 60; step++) {
            ledger.step(store);
        }
        return ledger;
    }

    /** Every page is full but the last, and together they have all that is sought, each once and in order. */
    @Test
    default void everySearchFindsWhatAListFinds() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        long first = Long.getLong("rewards.testkit.seed", 1L);
        for (long seed = first; seed < first + 3; seed++) {
            RewardsStore store = store();
            RandomLedger ledger = written(store, seed);
            Question before = RandomLedger.everything();
            for (int round = 0; round < 4; round++) {
                for (Question question : ledger.questions()) {
                    same(store, ledger, question, "seed " + seed);
                    same(store, ledger, question.and(before), "seed " + seed);
                    before = question;
                }
            }
            same(store, ledger, RandomLedger.everything(), "seed " + seed);
        }
    }

    private static void same(RewardsStore store, RandomLedger ledger, Question question, String why) {
        TransactionFilter filter = question.asking().apply(TransactionFilter.ALL);
        List<FoundTransaction> expected = ledger.naive.search(question.holds());
        for (int most : new int[] {7, 1_000}) {
            List<FoundTransaction> found = new ArrayList<>();
            JournalPlace last = JournalPlace.BEFORE_ALL;
            for (List<FoundTransaction> page = store.transactions(filter, RandomLedger.ZONE, last, most);
                    !page.isEmpty();
                    page = store.transactions(filter, RandomLedger.ZONE, last, most)) {
                assertThat(page).as(why).hasSize(Math.min(most, expected.size() - found.size()));
                found.addAll(page);
                last = page.get(page.size() - 1).place();
            }
            assertThat(found).as(why).isEqualTo(expected);
        }
        JournalPlace place = ledger.place();
        Comparator<JournalPlace> order =
                Comparator.comparing(JournalPlace::participant).thenComparing(JournalPlace::number);
        assertThat(store.transactions(filter, RandomLedger.ZONE, place, 3))
                .as("%s after %s", why, place)
                .isEqualTo(expected.stream()
                        .filter(each -> order.compare(each.place(), place) > 0)
                        .limit(3)
                        .toList());
    }

    /** Pages of all journals go on from one participant to the next, and each is full but the last. */
    @Test
    default void pagesOfAllJournalsAreCompleteAndInOrder() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        assertThat(store.journals(JournalPlace.BEFORE_ALL, 10)).isEmpty();
        RandomLedger ledger = written(store, Long.getLong("rewards.testkit.seed", 1L));
        List<OwnedEntry> expected = ledger.naive.rows().stream()
                .map(row -> new OwnedEntry(row.owner(), row.entry()))
                .sorted(Comparator.comparing(OwnedEntry::owner)
                        .thenComparing(each -> each.entry().number()))
                .toList();
        for (int most : new int[] {1, 2, 7, expected.size(), expected.size() + 1}) {
            List<OwnedEntry> read = new ArrayList<>();
            JournalPlace last = JournalPlace.BEFORE_ALL;
            for (List<OwnedEntry> page = store.journals(last, most);
                    !page.isEmpty();
                    page = store.journals(last, most)) {
                assertThat(page).hasSize(Math.min(most, expected.size() - read.size()));
                read.addAll(page);
                last = page.get(page.size() - 1).place();
            }
            assertThat(read).as("pages of %s", most).isEqualTo(expected);
        }
        OwnedEntry somewhere = expected.get(expected.size() / 2);
        assertThat(store.journals(new JournalPlace(somewhere.owner(), Long.MAX_VALUE), 1_000))
                .isEqualTo(expected.stream()
                        .filter(each -> each.owner().compareTo(somewhere.owner()) > 0)
                        .toList());
        assertThat(store.journals(new JournalPlace("b", 3), 1_000))
                .isEqualTo(expected.stream()
                        .filter(each -> each.owner().compareTo("b") > 0)
                        .toList());
    }

    /** What several hold is what the records of each say, in order, without strangers. */
    @Test
    default void holdingsAreThoseOfTheRecords() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        Write.register(store, "P1", "P2", "a/b");
        RandomLife life = new RandomLife(Long.getLong("rewards.testkit.seed", 1L));
        for (int step = 0; step < 60; step++) {
            life.step(store);
        }
        Money.award(Money.load(store, "a/b"), "other", eur("1.00"), Optional.empty())
                .must(store);
        assertThat(store.holdings(List.of())).isEmpty();
        assertThat(store.holdings(List.of("P3"))).isEmpty();
        List<Holdings> holdings = store.holdings(List.of("a/b", "P3", "P2", "P1"));
        assertThat(holdings).extracting(Holdings::participant).containsExactly("P1", "P2", "a/b");
        for (Holdings each : holdings) {
            AccountRecords records = store.records(each.participant()).orElseThrow();
            assertThat(each).isEqualTo(Holdings.of(each.participant(), records));
            AccountCheck check = AccountCheck.of(each);
            store.journal(each.participant(), 0, 1_000).forEach(check::next);
            assertThat(check.isWhole()).isTrue();
            assertThat(check.problems()).isEmpty();
        }
        assertThat(holdings.get(0).emptied()).isNotEmpty();
        assertThat(holdings.get(0).sales()).isNotEmpty();
    }

    /** Balances, what moved, and heads, to the nanosecond. */
    @Test
    default void balancesAndWhatMovedAreWhatAListSumsTo() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        long first = Long.getLong("rewards.testkit.seed", 1L);
        for (long seed = first; seed < first + 3; seed++) {
            RewardsStore store = store();
            RandomLedger ledger = written(store, seed);
            for (int round = 0; round < 30; round++) {
                Optional<String> participant = ledger.participant();
                Instant instant = ledger.instant();
                String why = "seed " + seed + ", " + participant + ", " + instant;
                assertThat(store.balances(participant, instant))
                        .as(why)
                        .isEqualTo(ledger.naive.balances(participant, instant));
                TreeSet<Instant> bounds = new TreeSet<>(List.of(round % 2 == 0 ? Instant.MIN : instant));
                for (int i = 0; i < round % 5; i++) {
                    bounds.add(ledger.instant());
                }
                assertThat(store.turnover(participant, List.copyOf(bounds)))
                        .as(why)
                        .isEqualTo(ledger.naive.turnover(participant, List.copyOf(bounds)));
                participant.ifPresent(
                        id -> assertThat(store.head(id, instant)).as(why).isEqualTo(ledger.naive.head(id, instant)));
            }
            assertThat(store.balances(Optional.empty(), Instant.MAX))
                    .isEqualTo(ledger.naive.balances(Optional.empty(), Instant.MAX));
            assertThat(store.balances(Optional.empty(), Instant.MIN)).isEqualTo(Balances.NONE);
        }
    }

    /** A bound belongs to the span that it begins, and to the balances as of it. */
    @Test
    default void aBoundBelongsToTheSpanThatItBegins() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        Write.register(store, "P1");
        Money.award(Money.load(store, "P1"), "E1", eur("3.00"), Optional.empty())
                .must(store);
        Instant on = Events.START;
        Turnover award = new Turnover(1, AccountKind.AWARD_EXPENSE, AccountKind.COMMERCE, "scheme A", eur("3.00"));
        assertThat(store.turnover(Optional.empty(), List.of(Instant.MIN, on, on.plusNanos(1))))
                .containsExactly(award);
        assertThat(store.turnover(Optional.of("P1"), List.of(on.minusNanos(1), on)))
                .isEmpty();
        assertThat(store.turnover(Optional.of("P2"), List.of(Instant.MIN, Instant.MAX)))
                .isEmpty();
        assertThat(store.balances(Optional.empty(), on).of(AccountKind.COMMERCE, Events.EUR))
                .isEqualTo(eur("3.00"));
        assertThat(store.balances(Optional.empty(), on.minusNanos(1))).isEqualTo(Balances.NONE);
        assertThat(store.balances(Optional.of("P2"), Instant.MAX)).isEqualTo(Balances.NONE);
        assertThat(store.head("P1", on)).isEqualTo(JournalHead.of("P1"));
        assertThat(store.head("P1", on.plusNanos(1)))
                .isEqualTo(store.account("P1").orElseThrow().journal());
    }

    /** A month ends at midnight of the zone, not of any other. */
    @Test
    default void monthsEndAtMidnightOfTheZone() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        Instant april = LocalDate.of(2024, 4, 1).atStartOfDay(RandomLedger.ZONE).toInstant();
        assertThat(april).isEqualTo("2024-03-31T10:15:00Z");
        Write.register(store, "P1");
        for (Instant on : List.of(april.minusNanos(1), april)) {
            Loaded loaded = Money.load(store, "P1");
            Money.moving(
                            loaded,
                            Events.purchase("at " + on, "P1", on),
                            purse -> new Awarding(purse).topUp(eur(on.equals(april) ? "2.00" : "1.00")))
                    .must(store);
        }
        assertThat(store.turnover(Optional.empty(), List.of(Instant.MIN, april, april.plusSeconds(30L * 24 * 60 * 60))))
                .extracting(Turnover::span, Turnover::amount)
                .containsExactly(tuple(0, eur("1.00")), tuple(1, eur("2.00")));
    }

    /** What was taken back in part stands, and what was taken back as a whole does not. */
    @Test
    default void statesFollowWhatWasTakenBack() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        Write.register(store, "P1", "P2");
        Money.award(Money.load(store, "P1"), "E1", eur("3.00"), Optional.empty())
                .must(store);
        Money.award(Money.load(store, "P2"), "E2", eur("3.00"), Optional.empty())
                .must(store);
        TransactionFilter awards = TransactionFilter.ALL.withKinds(TransactionKind.AWARD);
        for (String back : List.of("2.99", "0.01")) {
            Money.moving(
                            Money.load(store, "P1"),
                            Events.purchase("back " + back, "P1", Events.START),
                            purse -> new Reclaiming(purse)
                                    .reclaim(purse.lot("E1#A"), eur(back), ClawbackPolicy.CLAWBACK_NEGATIVE))
                    .must(store);
            boolean isGone = back.equals("0.01");
            FoundTransaction award = found(store, awards).get(0);
            assertThat(award.standing()).isEqualTo(eur(isGone ? "0.00" : "0.01"));
            assertThat(award.state()).isEqualTo(isGone ? TransactionState.CANCELLED : TransactionState.POSTED);
            assertThat(found(store, awards.withState(TransactionState.CANCELLED)))
                    .hasSize(isGone ? 1 : 0);
            assertThat(found(store, awards.withState(TransactionState.POSTED))).hasSize(isGone ? 1 : 2);
        }
    }
}
