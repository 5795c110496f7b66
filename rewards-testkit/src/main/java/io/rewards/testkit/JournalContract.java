package io.rewards.testkit;

import static io.rewards.testkit.Events.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.AccountCheck;
import io.rewards.account.AccountRecords;
import io.rewards.ledger.Journal;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalHead;
import io.rewards.past.Inheritance;
import io.rewards.store.RewardsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Journals only grow, and are read in pages and as a whole. */
public interface JournalContract extends StoreUnderTest {

    /** Writes seven entries in effects of none, one and several; what was written. */
    private static List<JournalEntry> write(RewardsStore store, String participant) {
        List<Write> writes = new ArrayList<>();
        writes.add(Write.registering(participant).must(store));
        String event = participant + "-";
        writes.add(Money.award(Money.load(store, participant), event + 1, eur("3.00"), Optional.empty())
                .must(store));
        writes.add(Money.award(Money.load(store, participant), event + 2, eur("2.00"), Optional.of(Events.FAR))
                .must(store));
        writes.add(Write.next(store, participant, event + 3).must(store));
        writes.add(Money.spend(Money.load(store, participant), event + 4, eur("4.00"), Events.START)
                .must(store));
        writes.add(Money.expire(Money.load(store, participant), event + 5, Events.FAR)
                .must(store));
        writes.add(Money.spend(Money.load(store, participant), event + 6, eur("1.00"), Events.START.plusSeconds(1))
                .must(store));
        return writes.stream()
                .flatMap(write -> write.effect().entries().stream())
                .toList();
    }

    /** Every page is full, the pages together are what was written, and their hashes are a chain. */
    @Test
    default void pagesOfTheJournalAreCompleteInOrderAndAChain() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        List<JournalEntry> written = write(store, "P1");
        write(store, "P2");
        assertThat(written).hasSizeGreaterThan(6);
        assertThat(Journal.kept("P1", written).problems()).isEmpty();
        for (int most = 1; most <= written.size() + 1; most++) {
            List<JournalEntry> read = new ArrayList<>();
            List<JournalEntry> page = store.journal("P1", 0, most);
            while (!page.isEmpty()) {
                assertThat(page).hasSize(Math.min(most, written.size() - read.size()));
                read.addAll(page);
                page = store.journal("P1", page.get(page.size() - 1).number(), most);
            }
            assertThat(read).as("pages of %s", most).isEqualTo(written);
        }
    }

    /** A page starts above any number. */
    @Test
    default void aPageOfTheJournalStartsAboveItsNumber() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        int size = write(store, "P1").size();
        assertThat(store.journal("P1", size - 1, 10))
                .extracting(JournalEntry::number)
                .containsExactly((long) size);
        assertThat(store.journal("P1", size, 10)).isEmpty();
        assertThat(store.journal("P1", size + 1, 10)).isEmpty();
        assertThat(store.journal("P1", Long.MAX_VALUE, Integer.MAX_VALUE)).isEmpty();
        assertThat(store.journal("P1", 1, Integer.MAX_VALUE)).hasSize(size - 1);
        assertThat(store.journal("P1", 2, 2)).extracting(JournalEntry::number).containsExactly(3L, 4L);
    }

    /** The account knows where its journal ends. */
    @Test
    default void theAccountEndsWhereTheJournalEnds() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        List<JournalEntry> written = write(store, "P1");
        assertThat(store.account("P1").orElseThrow().journal())
                .isEqualTo(JournalHead.of("P1").after(written));
        Write.register(store, "P2");
        assertThat(store.journal("P2", 0, 10)).isEmpty();
        assertThat(store.account("P2").orElseThrow().journal()).isEqualTo(JournalHead.of("P2"));
    }

    /** Records are everything that was written. */
    @Test
    default void recordsAreWhatWasWritten() {
        assumeTrue(keepsJournals(), "The store adds nothing to journals.");
        RewardsStore store = store();
        List<JournalEntry> written = write(store, "P1");
        AccountRecords records = store.records("P1").orElseThrow();
        assertThat(records.account()).isEqualTo(store.account("P1").orElseThrow());
        assertThat(records.journal().entries()).isEqualTo(written);
        assertThat(records.over()).isEqualTo(Money.load(store, "P1").past().inheritance());
        assertThat(records.emptied()).isNotEmpty();
        assertThat(records.sales()).isNotEmpty();
        assertThat(AccountCheck.problems(records)).isEmpty();
        Write first = Write.registering("P2").must(store);
        assertThat(store.records("P2"))
                .contains(new AccountRecords(first.account(), Inheritance.NONE, Journal.of("P2")));
    }
}
