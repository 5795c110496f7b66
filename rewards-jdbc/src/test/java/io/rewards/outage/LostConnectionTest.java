package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.effort.Effort;
import io.rewards.event.EventKey;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.ledger.BudgetName;
import io.rewards.participant.ParticipantFilter;
import io.rewards.past.Needs;
import io.rewards.past.Past;
import io.rewards.run.RunRecord;
import io.rewards.store.Due;
import io.rewards.store.Schedule;
import io.rewards.store.StoreException;
import io.rewards.testkit.chance.Dice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections are lost in the middle of the work. */
class LostConnectionTest {

    private static final int STEPS = Effort.of("rewards.lost.steps", 150, 500);
    private static final String WHAT_TO_DO = "See that the database is there, has room and is not locked by others for"
            + " long, and send the event again: it is recorded once.";

    private final long seed = Effort.seed("rewards.lost.seed");

    @TempDir
    private Path directory;

    @Test
    void whoeverSendsAgainAfterALostConnectionLosesNothing() throws Exception {
        List<Tale.Step> tale = Tale.of(seed, STEPS);
        Dice dice = new Dice(seed);
        ExecutorService evaluating = Executors.newSingleThreadExecutor();
        try (HikariDataSource others = Databases.postgres();
                HikariDataSource database = Databases.open(others.getJdbcUrl() + "&ApplicationName=lost")) {
            JdbcStore store = Databases.store(database);
            Resender resender = new Resender(tale, new Teller(store));
            Future<?> all = evaluating.submit(resender);
            while (!all.isDone()) {
                int until = resender.told() + dice.between(1, 5);
                while (resender.told() < until && !all.isDone()) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(dice.below(15_000)));
                Databases.ask(
                        others,
                        "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'lost'");
            }
            all.get();
            assertThat(resender.failed()).isPositive();
            JdbcStore afterwards = JdbcStore.of(others);
            resender.check(afterwards);
            assertThat(Ending.of(afterwards, tale)).isEqualTo(Ending.undisturbed(tale));
        } finally {
            evaluating.shutdownNow();
        }
    }

    @Test
    void whateverIsAskedOfADatabaseThatIsGoneSaysWhatToDo() {
        HikariDataSource database = Databases.sqlite(directory.resolve("gone.db"));
        JdbcStore store = Databases.store(database);
        Till till = new Till(store);
        till.register();
        till.buy("p1");
        Past past = store.load("ada", Needs.NOTHING).orElseThrow().past();
        database.close();

        Stream<ThrowingCallable> all = Stream.of(
                () -> till.buy("p2"),
                () -> store.load("ada", Needs.NOTHING),
                () -> store.recorded(EventKey.of("p1")),
                () -> store.listed("ada"),
                () -> store.participants("", 10),
                () -> store.search(ParticipantFilter.ALL, "", 10),
                () -> store.due(new Due.Expiry(Tale.FIRST_DAY), "", 10),
                () -> store.putOff("ada", 1, new Schedule("R", "S", LocalDate.of(2025, 3, 5))),
                () -> store.waiting(Tale.FIRST_DAY, Optional.empty(), 10),
                () -> store.journal("ada", 0, 10),
                () -> store.records("ada"),
                () -> store.usage(BudgetName.ofOffer("A-FEW")),
                () -> store.followUps(0, 10),
                () -> store.forget(EventKey.of("p1")),
                () -> store.latestRun("NIGHTLY"),
                () -> store.save(
                        RunRecord.started("NIGHTLY", Tale.FIRST_DAY, LocalDate.of(2025, 3, 1), new TreeMap<>())),
                store::commitments,
                () -> store.notifications(0, 10),
                () -> store.delivered("n1"),
                () -> past.counted("EVERY-THIRD", Tale.FIRST_DAY, Tale.FIRST_DAY, 10),
                () -> JdbcStore.of(database),
                () -> JdbcStore.migrate(database));
        assertThat(all)
                .allSatisfy(each -> assertThatThrownBy(each)
                        .isInstanceOf(StoreException.class)
                        .hasMessageStartingWith("The store could not be read or written (")
                        .hasMessageEndingWith(WHAT_TO_DO));
    }
}
