package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.catalogue.NotificationKind;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.notification.Notification;
import io.rewards.store.Kept;
import io.rewards.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody else holds what the store needs for longer than it may wait. */
class HeldLockTest {

    private static final int PATIENCE_IN_SECONDS = 60;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({"statement_timeout, canceling statement due to statement timeout", "lock_timeout, due to lock timeout"})
    void whoeverWaitsTooLongOnPostgresIsToldSo(String setting, String why) throws SQLException {
        try (HikariDataSource others = Databases.postgres();
                HikariDataSource database =
                        Databases.open(others.getJdbcUrl() + "&options=-c%20" + setting + "=400ms")) {
            Till till = new Till(Databases.store(database));
            till.register();
            try (Connection holding = others.getConnection()) {
                holding.setAutoCommit(false);
                execute(holding, "select 1 from rewards_participant where id = 'ada' for update");

                assertThatThrownBy(() -> till.buy("p1"))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining(why)
                        .hasMessageContaining("is not locked by others for long");

                till.isWholeOrAbsent("p1");
                holding.rollback();
            }
            assertThat(till.buy("p1").granted()).isNotEmpty();
            till.isWholeOrAbsent("p1");
        }
    }

    @Test
    @Timeout(60)
    void whoeverWaitsTooLongForAnotherProcessOnSqliteIsToldSo() {
        try (HikariDataSource ready = Databases.sqlite(directory.resolve("held.db"));
                HikariDataSource database =
                        Databases.open(ready.getJdbcUrl().replace("busy_timeout=10000", "busy_timeout=300"))) {
            Till till = new Till(Databases.store(database));
            till.register();
            try (Child holding = Child.of(Holder.class, List.of(ready.getJdbcUrl()))) {
                assertThat(holding.line()).contains("HELD");

                assertThatThrownBy(() -> till.buy("p1"))
                        .isInstanceOf(StoreException.class)
                        .hasMessageContaining("SQLITE_BUSY")
                        .hasMessageContaining("is not locked by others for long");

                till.isWholeOrAbsent("p1");
                holding.kill();
            }
            assertThat(till.buy("p1").granted()).isNotEmpty();
            till.isWholeOrAbsent("p1");
        }
    }

    /** A process that writes to a file of SQLite and does not end. */
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (Connection connection = DriverManager.getConnection(arguments[0])) {
                connection.setAutoCommit(false);
                execute(connection, "delete from rewards_follow_up");
                System.out.println("HELD");
                TimeUnit.HOURS.sleep(1);
            }
        }
    }

    /** Whatever has no caller who could notice a refusal must not be lost either. */
    @Test
    void whatLostAgainstAnotherTransactionIsWrittenAgain() throws Exception {
        ExecutorService keeping = Executors.newSingleThreadExecutor();
        try (HikariDataSource others = Databases.postgres();
                HikariDataSource database = Databases.open(others.getJdbcUrl() + "&options=-c%20deadlock_timeout=2s");
                Connection other = others.getConnection()) {
            JdbcStore store = Databases.store(database);
            other.setAutoCommit(false);
            execute(other, "set deadlock_timeout = '50s'");
            keep(other, "n2");
            Future<?> kept = keeping.submit(() -> store.keep(List.of(notification("n1"), notification("n2"))));
            while (Databases.ask(others, "select count(*) from pg_locks where not granted")
                    .equals("0")) {
                Thread.onSpinWait();
            }
            keep(other, "n1"); // both wait for each other now, and the store is the first to notice
            other.rollback();
            kept.get(PATIENCE_IN_SECONDS, TimeUnit.SECONDS);

            assertThat(store.notifications(0, 10))
                    .extracting(Kept::what)
                    .extracting(Notification::id)
                    .containsExactly("n1", "n2");
        } finally {
            keeping.shutdownNow();
        }
    }

    private static Notification notification(String id) {
        return new Notification(
                id, NotificationKind.AWARD, "ada", "A-FEW", Tale.FIRST_DAY, "en", "You got 1.00.", new TreeMap<>());
    }

    private static void keep(Connection connection, String notification) throws SQLException {
        execute(
                connection,
                "insert into rewards_notification (id, delivered, body) values ('" + notification + "', 0, '{}')");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
