package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.engine.RewardsEngine;
import io.rewards.outage.Tale;
import io.rewards.outage.Teller;
import io.rewards.problem.Problem;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever goes round the store and changes journals in the database is noticed, whatever the column. */
class TamperedJournalTest {

    private static final List<String> CHANGES = List.of(
            "id = id || 'x'",
            "hash = 'x'",
            "kind = 'ADJUSTMENT'",
            "units = units + 1",
            "denomination = 'USD'",
            "scale = 3",
            "from_account = 'ADJUSTMENTS'",
            "to_account = 'BREAKAGE'",
            "event = 'x'",
            "purchase = 'x'",
            "unit = 'x'",
            "offer = 'x'",
            "offer_type = 'x'",
            "scheme = 'x'",
            "rule = 'x'",
            "lot = 'x'",
            "subject_kind = 'PAGE', subject = 'x'",
            "reverses = 'x'",
            "reason = 'x'",
            "decided_by = 'x'",
            "counts_on = '2020-01-01T00:00:00.000000000Z'",
            "recorded_on = '2020-01-01T00:00:00.000000000Z'",
            "number = 100000",
            "participant = 'somebody'");

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void everyColumnIsCovered(Dialect dialect) throws SQLException {
        try (HikariDataSource database = told(dialect)) {
            RewardsEngine engine = Teller.engine(JdbcStore.of(database));
            assertThat(engine.ledger().verify().problems()).isEmpty();
            String some = " where participant = 'p0' and number = 1";
            for (String change : CHANGES) {
                keep(database, some, "update rewards_journal set " + change + some);
                assertThat(engine.ledger().verify().problems()).as(change).isNotEmpty();
                restore(database, "participant = 'p0' and number = 1", change);
            }
            assertThat(engine.ledger().verify().problems()).isEmpty();
            Databases.execute(database, "delete from rewards_journal" + some);
            assertThat(engine.ledger().verify().problems())
                    .extracting(Problem::path)
                    .contains("participants[p0].journal[1]");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aJournalWithoutAnAccountIsNamedAndOneThatCannotBeReadIsTold(Dialect dialect) {
        try (HikariDataSource database = told(dialect)) {
            RewardsEngine engine = Teller.engine(JdbcStore.of(database));
            Databases.execute(database, "delete from rewards_participant where id = 'p0'");
            assertThat(engine.ledger().verify().problems())
                    .extracting(Problem::toString)
                    .contains("participants[p0]: The journal of participant (p0) is there, and the account is not.");
            Databases.execute(database, "update rewards_journal set units = -1 where number = 2");
            assertThatThrownBy(() -> engine.ledger().verify())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(
                            "must be above 0. It was written by a newer version, or changed by other means.");
        }
    }

    private static void keep(HikariDataSource database, String where, String change) {
        Databases.execute(database, "create table kept as select * from rewards_journal" + where);
        Databases.execute(database, change);
    }

    private static void restore(HikariDataSource database, String where, String change) throws SQLException {
        String changed = change.startsWith("number")
                ? "participant = 'p0' and number = 100000"
                : change.startsWith("participant") ? "participant = 'somebody'" : where;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from rewards_journal where " + changed))
                    .isEqualTo(1);
            statement.executeUpdate("insert into rewards_journal select * from kept");
            statement.executeUpdate("drop table kept");
        }
    }

    /** A small life in a database whose journal anybody may change. */
    private HikariDataSource told(Dialect dialect) {
        HikariDataSource database =
                dialect == Dialect.POSTGRESQL ? Databases.postgres() : Databases.sqlite(directory.resolve("a.db"));
        Teller teller = new Teller(Databases.store(database));
        Tale.of(3, 40).forEach(teller::live);
        if (dialect == Dialect.POSTGRESQL) {
            Databases.execute(database, "alter table rewards_journal disable trigger user");
        } else {
            Databases.execute(database, "drop trigger rewards_journal_never_changed");
            Databases.execute(database, "drop trigger rewards_journal_never_deleted");
        }
        return database;
    }
}
