package io.rewards.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Real databases for tests: one PostgreSQL server with a schema for each test, and files of SQLite. */
public final class Databases {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    /** The server, which starts with the first test that asks for it. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Databases() {}

    /** A new and empty schema on PostgreSQL that keeps what it commits. */
    public static HikariDataSource postgres() {
        String schema = "rewards_" + SCHEMAS.incrementAndGet();
        execute(Server.POSTGRES.getPostgresDatabase(), "create schema " + schema);
        return open(Server.POSTGRES.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
    }

    /** A new and empty file of SQLite that keeps what it commits. */
    public static HikariDataSource sqlite(Path file) {
        return open("jdbc:sqlite:" + file
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE");
    }

    /** A database that is there, which keeps what it commits. */
    public static HikariDataSource open(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        HikariDataSource database = new HikariDataSource(config);
        boolean kept = url.startsWith("jdbc:sqlite")
                ? ask(database, "pragma journal_mode").equals("wal")
                        && ask(database, "pragma synchronous").equals("2")
                : ask(database, "show fsync").equals("on")
                        && ask(database, "show synchronous_commit").equals("on");
        if (!kept) {
            throw new AssertionError("The database does not keep what it commits.");
        }
        return database;
    }

    /** The store in a database that is made ready for it. */
    public static JdbcStore store(DataSource database) {
        JdbcStore.migrate(database);
        return JdbcStore.of(database);
    }

    public static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one value that a query answers. */
    public static String ask(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
