package io.rewards.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.testkit.FailingStore;
import io.rewards.testkit.StoreFailureContract;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A commit that the database does not take leaves nothing behind. */
class SqliteFailureTest extends StoreFailureContract {

    @TempDir
    private Path directory;

    private final List<HikariDataSource> open = new ArrayList<>();

    @Override
    public FailingStore failing() {
        HikariDataSource database = Databases.sqlite(directory.resolve("store" + open.size() + ".db"));
        open.add(database);
        return new BrokenCommits(database);
    }

    @AfterEach
    void close() {
        open.forEach(HikariDataSource::close);
    }
}
