package io.rewards.testkit;

import static io.rewards.testkit.Events.cents;
import static io.rewards.testkit.Events.eur;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.account.AccountCheck;
import io.rewards.account.AccountRecords;
import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.account.OpenEvent;
import io.rewards.account.UniqueName;
import io.rewards.books.Purse;
import io.rewards.effect.Effect;
import io.rewards.effect.Shared;
import io.rewards.event.EventKey;
import io.rewards.ledger.JournalEntry;
import io.rewards.past.AccountChangedException;
import io.rewards.past.AwardFigures;
import io.rewards.past.AwardQuestion;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Readers see what was written whole: what belongs to one version is seen together. */
public interface ReadingContract extends StoreUnderTest {

    /** Event of a version of the participant of these tests, who gets one cent with each. */
    private static String event(long version) {
        return "E" + version;
    }

    private static void awardCents(RewardsStore store, int most) {
        for (int i = 0; i < most; i++) {
            Loaded loaded = Money.load(store, "P1");
            Money.award(loaded, event(loaded.account().version() + 1), cents(1), Optional.empty())
                    .must(store);
        }
    }

    /** Whoever sees a version sees the event recorded that wrote it. */
    @Test
    default void whoLoadsAVersionSeesItsEventRecorded() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        Write.register(store, "P1");
        Threads.readingWhile(() -> awardCents(store, 200), () -> {
            long version = Money.load(store, "P1").account().version();
            if (version > 1) {
                Optional<Recorded> recorded = store.recorded(EventKey.of(event(version)));
                assertThat(recorded).as("event of version %s", version).isPresent();
            }
        });
    }

    /** What the past answers fits the account that it was loaded with, or it says that the account has changed. */
    @Test
    default void thePastAnswersAsOfTheLoadedVersionOrRefuses() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        Write.register(store, "P1");
        Threads.readingWhile(() -> awardCents(store, 200), () -> {
            Loaded loaded = Money.load(store, "P1");
            long awards = loaded.account().version() - 1;
            assertThat(Purse.sum(loaded.account().lots(), eur("0.00"))).isEqualTo(cents(awards));
            assertThat(loaded.account().journal().number()).isEqualTo(awards);
            Optional<AwardFigures> figures = figures(loaded);
            if (figures.isPresent()) {
                assertThat(figures.get().awards()).isEqualTo(awards);
                assertThat(figures.get().amount(Events.EUR)).isEqualTo(cents(awards));
            }
        });
        assertThat(figures(Money.load(store, "P1")).orElseThrow().awards()).isEqualTo(200);
    }

    private static Optional<AwardFigures> figures(Loaded loaded) {
        try {
            return Optional.of(loaded.past().awards(AwardQuestion.of("A")));
        } catch (AccountChangedException e) {
            return Optional.empty();
        }
    }

    /** Who kept what was loaded for long gets an old answer or none, never a new one. */
    @Test
    default void anOldPastNeverAnswersOfLaterVersions() {
        RewardsStore store = store();
        Write.register(store, "P1");
        Loaded first = Money.load(store, "P1");
        awardCents(store, 1);
        Loaded second = Money.load(store, "P1");
        awardCents(store, 1);
        assertThat(figures(first).map(AwardFigures::awards).orElse(0L)).isZero();
        assertThat(figures(second).map(AwardFigures::awards).orElse(1L)).isEqualTo(1);
        assertThat(figures(Money.load(store, "P1")).map(AwardFigures::awards)).contains(2L);
    }

    /** Whoever sees a version sees the entries of its journal, and the records are those of one version. */
    @Test
    default void journalsAndRecordsFitTheirAccounts() {
        assumeTrue(isForManyThreads() && keepsJournals(), "The store is for one thread, or adds nothing to journals.");
        RewardsStore store = store();
        Write.register(store, "P1");
        Threads.readingWhile(() -> awardCents(store, 60), () -> {
            long number = Money.load(store, "P1").account().journal().number();
            List<JournalEntry> journal = store.journal("P1", 0, 1_000);
            assertThat(journal.size()).isGreaterThanOrEqualTo((int) number);
            AccountRecords records = store.records("P1").orElseThrow();
            assertThat(AccountCheck.problems(records)).isEmpty();
            assertThat(records.journal().entries().subList(0, journal.size())).isEqualTo(journal);
        });
    }

    /** What was committed is visible in every way to whoever reads afterwards, in whichever thread. */
    @Test
    default void whatWasCommittedIsVisibleInEveryWay() {
        assumeTrue(isForManyThreads(), "The store is for one thread.");
        RewardsStore store = store();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String participant = "P" + i;
            tasks.add(() -> {
                Write.register(store, participant);
                for (int event = 0; event < 40; event++) {
                    visible(store, participant, participant + "-" + event);
                }
                return true;
            });
        }
        assertThat(Threads.together(tasks)).containsOnly(true);
    }

    private static void visible(RewardsStore store, String participant, String event) {
        UniqueName name = UniqueName.token(event);
        FollowUp followUp = FollowUp.of(Events.raised(event, participant));
        Loaded loaded = Money.load(store, participant);
        OpenEvent open = new OpenEvent(EventKey.of(event), Events.START, Set.of());
        Write write = Write.of(
                        Events.purchase(event, participant, Events.START),
                        Effect.of(loaded.account().with(open)))
                .with(new Shared(List.of(), List.of(followUp), Set.of(name), Set.of(), List.of()))
                .must(store);
        assertThat(store.holder(name)).contains(participant);
        assertThat(store.account(participant)).contains(write.account());
        assertThat(store.recorded(write.key())).contains(write.recorded());
        assertThat(Snapshot.whats(store.followUps(0, 10_000))).contains(followUp);
        assertThat(store.waiting(Events.START, Optional.empty(), 10_000))
                .anyMatch(waiting -> waiting.event().equals(write.key()));
        assertThat(store.participants("", 10)).contains(participant);
    }
}
