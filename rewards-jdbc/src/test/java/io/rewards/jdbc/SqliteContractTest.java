package io.rewards.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.StoreContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** SQLite keeps the whole contract. */
class SqliteContractTest extends StoreContract {

    @TempDir
    private Path directory;

    private final List<HikariDataSource> open = new ArrayList<>();

    @Override
    public RewardsStore store() {
        HikariDataSource database = Databases.sqlite(directory.resolve("store" + open.size() + ".db"));
        open.add(database);
        return Databases.store(database);
    }

    @AfterEach
    void close() {
        open.forEach(HikariDataSource::close);
    }
}
