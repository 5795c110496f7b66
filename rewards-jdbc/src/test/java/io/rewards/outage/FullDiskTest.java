package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.event.EventKey;
import io.rewards.jdbc.Batches;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full: what does not fit is not there at all, and goes on when there is room. */
class FullDiskTest {

    private static final int MORE_THAN_FIT = 3_000;

    @TempDir
    private Path directory;

    private Path mounted;

    @BeforeEach
    void directory() throws IOException {
        mounted = Files.createDirectory(directory.resolve("small"));
    }

    @Test
    void sqliteGoesOnWhenAFileMayGrowAgain() {
        try (HikariDataSource database = Databases.sqlite(directory.resolve("limited.db"))) {
            database.setMaximumPoolSize(1);
            JdbcStore store = Databases.store(database);
            Till till = new Till(store);
            till.register();
            int pages = Integer.parseInt(Databases.ask(database, "pragma page_count"));
            Databases.execute(database, "pragma max_page_count = " + (pages + 10));

            String last = buysUntilTheDiskIsFull(till, "database or disk is full");

            Databases.execute(database, "pragma max_page_count = 1000000");
            goesOn(till, last);
        }
    }

    /** SQLite ends the whole transaction by itself then, and a batch that went on would be one without its beginning. */
    @Test
    void aBatchThatTheDatabaseHasUndoneDoesNotGoOn() {
        try (HikariDataSource database = Databases.sqlite(directory.resolve("batches.db"))) {
            JdbcStore store = Databases.store(database);
            new Till(store).register();
            database.setMaximumPoolSize(1);
            database.getHikariPoolMXBean().softEvictConnections();
            int pages = Integer.parseInt(Databases.ask(database, "pragma page_count"));
            Databases.execute(database, "pragma max_page_count = " + (pages + 10));
            try (Batches batches = Batches.of(database, MORE_THAN_FIT)) {
                Till till = new Till(batches.store());
                int[] number = {0};
                assertThatThrownBy(() -> {
                            while (number[0] < MORE_THAN_FIT) {
                                till.buy("p" + number[0]++);
                            }
                        })
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("database or disk is full");

                assertThatThrownBy(() -> till.buy("later")).isInstanceOf(StoreException.class);
                assertThatThrownBy(batches::flush)
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("database or disk is full");
            }
            Till afterwards = new Till(store);
            for (String key : List.of("p0", "later")) {
                assertThat(store.recorded(EventKey.of(key))).isEmpty();
                afterwards.isWholeOrAbsent(key);
            }
        }
    }

    @Test
    void sqliteGoesOnWhenTheDiskHasRoomAgain() {
        Optional<SmallDisk> disk = SmallDisk.at(mounted);
        assumeTrue(disk.isPresent(), "No small disk can be mounted here.");
        try (SmallDisk small = disk.get();
                HikariDataSource database = Databases.sqlite(mounted.resolve("small.db"))) {
            Till till = new Till(Databases.store(database));
            till.register();
            small.fill();

            String last = buysUntilTheDiskIsFull(till, "SQLITE_");

            small.clear();
            goesOn(till, last);
        }
    }

    @Test
    void postgresGoesOnWhenATablespaceHasRoomAgain() {
        Optional<SmallDisk> disk = SmallDisk.at(mounted);
        assumeTrue(disk.isPresent(), "No small disk can be mounted here.");
        try (SmallDisk small = disk.get();
                Server server = Server.in(directory.resolve("data"));
                HikariDataSource database = server.database()) {
            Databases.execute(database, "create tablespace small location '" + mounted + "'");
            Databases.execute(database, "alter database postgres set default_tablespace = small");
            database.getHikariPoolMXBean().softEvictConnections();
            JdbcStore store = Databases.store(database);
            assertThat(Databases.ask(
                            database,
                            "select count(*) > 10 from pg_class where relname like 'rewards%' and reltablespace > 0"))
                    .isEqualTo("t");
            Till till = new Till(store);
            till.register();
            small.fill();

            String last = buysUntilTheDiskIsFull(till, "No space left on device");

            small.clear();
            goesOn(till, last);
        }
    }

    /** The purchase that did not fit. */
    private static String buysUntilTheDiskIsFull(Till till, String why) {
        for (int number = 0; number < MORE_THAN_FIT; number++) {
            String key = "p" + number;
            try {
                till.buy(key);
            } catch (StoreException e) {
                assertThat(e).hasMessageContaining(why).hasMessageContaining("has room");
                till.isWholeOrAbsent(key);
                assertThatThrownBy(() -> till.buy(key)).isInstanceOf(StoreException.class);
                return key;
            }
        }
        throw new AssertionError("The disk was never full.");
    }

    private static void goesOn(Till till, String key) {
        assertThat(till.buy(key).granted()).isNotEmpty();
        assertThat(till.buy("next").granted()).isNotEmpty();
        till.isWholeOrAbsent(key);
    }
}
