package io.rewards.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.settling.RandomTown;
import io.rewards.store.InMemoryStore;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random towns on databases: settled often, seldom and at the end, each on another store. */
class TownOnDatabasesTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(longs = {3, 5, 8})
    void positionsAreTheSameOnEveryStore(long seed) {
        try (HikariDataSource postgres = Databases.postgres();
                HikariDataSource sqlite = Databases.sqlite(directory.resolve("town.db"))) {
            RandomTown.live(seed, 60, List.of(Databases.store(postgres), Databases.store(sqlite), new InMemoryStore()));
        }
    }

    @Test
    void aDatabaseAnswersAsMemoryDoes() {
        try (HikariDataSource postgres = Databases.postgres();
                HikariDataSource sqlite = Databases.sqlite(directory.resolve("twin.db"))) {
            RandomTown.live(
                    13, 60, List.of(TwinStore.of(Databases.store(postgres)), TwinStore.of(Databases.store(sqlite))));
        }
    }
}
