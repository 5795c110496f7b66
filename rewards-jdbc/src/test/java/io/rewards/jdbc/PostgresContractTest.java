package io.rewards.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.StoreContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** PostgreSQL keeps the whole contract. */
class PostgresContractTest extends StoreContract {

    private final List<HikariDataSource> open = new ArrayList<>();

    @Override
    public RewardsStore store() {
        HikariDataSource database = Databases.postgres();
        open.add(database);
        return Databases.store(database);
    }

    @AfterEach
    void close() {
        open.forEach(HikariDataSource::close);
    }
}
