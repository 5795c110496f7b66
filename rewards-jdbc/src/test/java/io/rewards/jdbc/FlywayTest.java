package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hosts that have Flyway let it run the migrations, with a history of its own beside that of the host. */
class FlywayTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void flywayMakesTheTables(Dialect dialect) {
        try (HikariDataSource database = dialect == Dialect.POSTGRESQL
                ? Databases.postgres()
                : Databases.sqlite(directory.resolve("store.db"))) {
            Databases.execute(database, "create table shop_order (id text primary key)");

            Flyway flyway = Flyway.configure()
                    .dataSource(database)
                    .locations("classpath:io/rewards/jdbc/" + dialect.folder())
                    .table("rewards_schema_history")
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load();

            assertThat(flyway.migrate().migrationsExecuted).isEqualTo(Format.current());
            assertThat(flyway.migrate().migrationsExecuted).isZero();
            JdbcStore.migrate(database);
            assertThat(JdbcStore.of(database).participants("", 10)).isEmpty();
        }
    }
}
