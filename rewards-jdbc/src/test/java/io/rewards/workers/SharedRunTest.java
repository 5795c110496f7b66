package io.rewards.workers;

import static io.rewards.workers.Village.NIGHT;
import static io.rewards.workers.Village.NIGHTLY;
import static io.rewards.workers.Village.SUMMER;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.JournalEntry;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two engines on one PostgreSQL carry out the same run at once: in the end the journals are those of one undisturbed run. */
class SharedRunTest {

    private static final int VILLAGERS = 12;

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a run is carried out by. */
    interface Run {
        void on(RewardsEngine engine, RunListener listener);
    }

    static final Run EVALUATION = (engine, listener) -> engine.runs().run(NIGHTLY, NIGHT, listener);
    private static final Run EXPIRATION = (engine, listener) -> engine.runs().expire(SUMMER, listener);

    private final List<HikariDataSource> open = new ArrayList<>();
    private final Map<String, List<JournalEntry>> undisturbed = undisturbed();

    @AfterEach
    void close() {
        open.forEach(HikariDataSource::close);
    }

    @Test
    void twoEnginesThatEvaluateAtOnceAwardWhatOneDoes() {
        HikariDataSource database = village();
        Threads.together(List.of(() -> carriedOut(database, EVALUATION), () -> carriedOut(database, EVALUATION)));
        RewardsStore store = JdbcStore.of(database);
        assertThat(store.latestRun("NIGHTLY").orElseThrow().finished()).isTrue();
        Village.engine(store).runs().expire(SUMMER, RunListener.NONE);
        isAsUndisturbed(store);
    }

    /** One dies at its first, second, third decision, while the other one goes on; then it starts again. */
    @Test
    void anEvaluationOfWhichOneDiesVisitsAllAndAwardsNothingTwice() {
        for (int kill = 0; kill < 5; kill++) {
            isAsUndisturbedWhereOneDies(EVALUATION, EXPIRATION, kill);
        }
    }

    @Test
    void anEvaluationThatDiedIsTakenOverByAnotherEngine() {
        for (int kill : List.of(0, 1, VILLAGERS - 1, VILLAGERS, 2 * VILLAGERS - 1)) {
            HikariDataSource database = village();
            assertThat(died(database, EVALUATION, kill))
                    .as("at decision %s", kill)
                    .isTrue();
            carriedOut(database, EVALUATION);
            carriedOut(database, EXPIRATION);
            isAsUndisturbed(JdbcStore.of(database));
        }
    }

    @Test
    void anExpirationOfWhichOneDiesTakesOutAllAndNothingTwice() {
        for (int kill = 0; kill < 3; kill++) {
            HikariDataSource database = village();
            carriedOut(database, EVALUATION);
            int at = kill;
            Threads.together(List.<Callable<Boolean>>of(
                    () -> died(database, EXPIRATION, at), () -> carriedOut(database, EXPIRATION)));
            carriedOut(database, EXPIRATION);
            isAsUndisturbed(JdbcStore.of(database));
        }
    }

    private void isAsUndisturbedWhereOneDies(Run run, Run after, int kill) {
        HikariDataSource database = village();
        Threads.together(List.<Callable<Boolean>>of(() -> died(database, run, kill), () -> carriedOut(database, run)));
        assertThat(JdbcStore.of(database).latestRun("NIGHTLY")).isPresent();
        carriedOut(database, run);
        carriedOut(database, after);
        isAsUndisturbed(JdbcStore.of(database));
    }

    private void isAsUndisturbed(RewardsStore store) {
        assertThat(Village.journals(store)).isEqualTo(undisturbed);
        assertThat(store.usage(BudgetName.ofOffer("A-FEW-BY-NIGHT"))
                        .orElseThrow()
                        .awards())
                .isEqualTo(7);
        assertThat(Village.engine(store).ledger().verify().problems()).isEmpty();
    }

    private static Map<String, List<JournalEntry>> undisturbed() {
        RewardsStore memory = Village.settled(new InMemoryStore(), VILLAGERS);
        EVALUATION.on(Village.engine(memory), RunListener.NONE);
        List<Integer> sizes =
                Village.journals(memory).values().stream().map(List::size).toList();
        EXPIRATION.on(Village.engine(memory), RunListener.NONE);
        Map<String, List<JournalEntry>> journals = Village.journals(memory);
        assertThat(journals).hasSize(VILLAGERS);
        assertThat(sizes).allMatch(size -> size >= 3);
        assertThat(journals.values().stream().map(List::size).toList()).isNotEqualTo(sizes);
        return journals;
    }

    /** A village on a database of its own. */
    private HikariDataSource village() {
        HikariDataSource database = Databases.postgres();
        open.add(database);
        Village.settled(Databases.store(database), VILLAGERS);
        return database;
    }

    private static boolean carriedOut(HikariDataSource database, Run run) {
        run.on(Village.engine(JdbcStore.of(database)), RunListener.NONE);
        return true;
    }

    /** True where the run got as far as the decision of this number, at which it dies. */
    static boolean died(HikariDataSource database, Run run, int kill) {
        AtomicInteger decisions = new AtomicInteger();
        RunListener dying = new RunListener() {
            @Override
            public void decided(Outcome outcome) {
                if (decisions.getAndIncrement() == kill) {
                    throw new Killed();
                }
            }
        };
        try {
            run.on(Village.engine(JdbcStore.of(database)), dying);
            return false;
        } catch (Killed e) {
            return true;
        }
    }
}
