package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.effort.Effort;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.testkit.chance.Dice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The PostgreSQL server is killed again and again and started on what it has written, while a process goes on evaluating:
 * whatever it could not do it sends again, and in the end nothing tells that the server was ever away.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class KilledServerTest {

    private static final int KILLS = Effort.of("rewards.kills", 5, 30);
    private static final int STEPS_PER_KILL = 30;

    @TempDir
    private Path directory;

    private final long seed = Effort.seed("rewards.kills.seed");
    private final List<Tale.Step> tale = Tale.of(seed, (KILLS + 1) * STEPS_PER_KILL);
    private final Dice dice = new Dice(seed);

    @Test
    void postgresKeepsWhatItCommitted() throws Exception {
        ExecutorService evaluating = Executors.newSingleThreadExecutor();
        try (Server server = Server.in(directory.resolve("data"));
                HikariDataSource database = server.database()) {
            JdbcStore store = Databases.store(database);
            Resender resender = new Resender(tale, new Teller(store));
            Future<?> all = evaluating.submit(resender);
            for (int kill = 0; kill < KILLS; kill++) {
                int until = kill * STEPS_PER_KILL + dice.below(STEPS_PER_KILL);
                while (resender.told() < until && !all.isDone()) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
                }
                LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(dice.below(15_000)));
                server.kill();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(dice.below(300)));
                server.restart();
                resender.check(store);
            }
            all.get();
            assertThat(resender.failed()).isGreaterThanOrEqualTo(KILLS / 2);
            assertThat(Ending.of(store, tale)).isEqualTo(Ending.undisturbed(tale));
            assertThat(store.followUps(0, 1)).isEmpty();
        } finally {
            evaluating.shutdownNow();
        }
    }
}
