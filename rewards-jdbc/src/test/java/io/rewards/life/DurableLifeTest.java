package io.rewards.life;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.effort.Effort;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.TwinStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A programme over some weeks, in a database and in memory at once: every answer of the one is that of the other. */
class DurableLifeTest {

    private static final Story STORY = Story.of(
            Effort.seed("rewards.life.seed"),
            Effort.of("rewards.life.participants", 3, 5),
            Effort.of("rewards.life.days", 40, 120));

    @TempDir
    private Path directory;

    @Test
    void sqliteAnswersAsMemoryDoes() {
        try (HikariDataSource database = Databases.sqlite(directory.resolve("life.db"))) {
            isLived(database);
        }
    }

    @Test
    void postgresAnswersAsMemoryDoes() {
        try (HikariDataSource database = Databases.postgres()) {
            isLived(database);
        }
    }

    private static void isLived(HikariDataSource database) {
        Life life = new Life(STORY.programme(), TwinStore.of(Databases.store(database)));
        for (Scene scene : STORY.scenes()) {
            try {
                life.live(scene);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(STORY.reproduce() + "\n" + scene + "\n" + e.getMessage(), e);
            }
        }
    }
}
