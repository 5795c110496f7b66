package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database without the tables, with them, and with those of a newer version. */
class FormatTest {

    @TempDir
    private Path directory;

    private final List<HikariDataSource> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(HikariDataSource::close);
    }

    private HikariDataSource database(Dialect dialect) {
        HikariDataSource database =
                dialect == Dialect.POSTGRESQL ? Databases.postgres() : Databases.sqlite(directory.resolve("store.db"));
        open.add(database);
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithoutTablesIsRefused(Dialect dialect) {
        HikariDataSource database = database(dialect);

        assertThatThrownBy(() -> JdbcStore.of(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The tables have format (0), and this version needs (" + Format.current()
                        + "). Bring them up with JdbcStore.migrate, or by the migrations in the jar.");
    }

    @ParameterizedTest
    @EnumSource
    void migratingTwiceChangesNothing(Dialect dialect) {
        HikariDataSource database = database(dialect);

        JdbcStore.migrate(database);
        JdbcStore.migrate(database);

        assertThat(JdbcStore.of(database).participants("", 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void severalMayMigrateAtOnce(Dialect dialect) {
        HikariDataSource database = database(dialect);

        Stream.generate(() -> database).limit(8).parallel().forEach(JdbcStore::migrate);

        assertThat(JdbcStore.of(database).participants("", 10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tablesOfANewerVersionAreLeftAlone(Dialect dialect) {
        HikariDataSource database = database(dialect);
        JdbcStore.migrate(database);
        int newer = Format.current() + 1;
        Databases.execute(database, "insert into rewards_format (format) values (" + newer + ")");

        assertThatThrownBy(() -> JdbcStore.of(database))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The tables have format (" + newer + "), and this version knows up to (" + Format.current()
                        + "). Use the version that wrote them, or a newer one.");
        assertThatThrownBy(() -> JdbcStore.migrate(database)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void theJournalIsOnlyAddedTo(Dialect dialect) {
        HikariDataSource database = database(dialect);
        JdbcStore.migrate(database);
        Databases.execute(
                database,
                "insert into rewards_journal (participant, number, id, hash, kind, units, denomination, scale,"
                        + " from_account, from_merchant, to_account, to_merchant, event, unit, offer, offer_type, scheme,"
                        + " rule, lot, subject_kind, subject, reverses, reason, reason_sought, decided_by, counts_on,"
                        + " recorded_on) values ('ada', 1, 'T1', 'h', 'TOP_UP', 100, 'EUR', 2, 'TOP_UPS', '', 'OPEN', '',"
                        + " 'E1', 'U1', '', '', '', '', 'L', 'NOTHING', '', '', '', '', '', '2025', '2025')");

        for (String change : List.of(
                "update rewards_journal set units = 200",
                "delete from rewards_journal",
                "delete from rewards_journal where participant = 'ada'")) {
            assertThatThrownBy(() -> Databases.execute(database, change))
                    .hasMessageContaining("Rows of rewards_journal are never changed or deleted");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theJournalOfAMerchantIsOnlyAddedTo(Dialect dialect) {
        HikariDataSource database = database(dialect);
        JdbcStore.migrate(database);
        Databases.execute(
                database,
                "insert into rewards_merchant_journal (merchant, number, hash, lot, participant, entry, body)"
                        + " values ('A', 1, 'h', 'L', 'ada', 1, null)");

        for (String change :
                List.of("update rewards_merchant_journal set number = 2", "delete from rewards_merchant_journal")) {
            assertThatThrownBy(() -> Databases.execute(database, change))
                    .hasMessageContaining("Rows of rewards_merchant_journal are never changed or deleted");
        }
    }
}
