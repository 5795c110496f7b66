package io.rewards.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.testkit.FailingStore;
import io.rewards.testkit.StoreFailureContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A commit that the database does not take leaves nothing behind. */
class PostgresFailureTest extends StoreFailureContract {

    private final List<HikariDataSource> open = new ArrayList<>();

    @Override
    public FailingStore failing() {
        HikariDataSource database = Databases.postgres();
        open.add(database);
        return new BrokenCommits(database);
    }

    @AfterEach
    void close() {
        open.forEach(HikariDataSource::close);
    }
}
