package io.rewards.purse;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.effort.Effort;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.TwinStore;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to wallets, in a database and in memory at once: every answer of the one is that of the other. */
class DurablePurseFuzzTest {

    private static final int SEQUENCES = Effort.of("rewards.purse.sequences", 1, 20);
    private static final int OPERATIONS = Integer.getInteger("rewards.purse.operations", 150);
    private static final long SEED = Effort.seed("rewards.purse.seed");

    @TempDir
    private Path directory;

    @Test
    void sqliteAnswersAsMemoryDoesWhateverHappens() {
        for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
            try (HikariDataSource database = Databases.sqlite(directory.resolve("purse" + seed + ".db"))) {
                goesOn(database, seed);
            }
        }
    }

    @Test
    void postgresAnswersAsMemoryDoesWhateverHappens() {
        for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
            try (HikariDataSource database = Databases.postgres()) {
                goesOn(database, seed);
            }
        }
    }

    private static void goesOn(HikariDataSource database, long seed) {
        Optional<Failure> failure = Sequence.drawn(seed, OPERATIONS, TwinStore.of(Databases.store(database)));
        assertThat(failure.map(found -> found.report(OPERATIONS, found))).isEmpty();
    }
}
