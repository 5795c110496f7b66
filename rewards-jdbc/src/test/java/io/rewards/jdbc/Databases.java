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
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(Server.POSTGRES.getJdbcUrl("postgres", "postgres") + "&currentSchema=" + schema);
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        HikariDataSource database = new HikariDataSource(config);
        if (!setting(database, "fsync").equals("on")
                || !setting(database, "synchronous_commit").equals("on")) {
            throw new AssertionError("The server does not keep what it commits.");
        }
        return database;
    }

    /** A new and empty file of SQLite that keeps what it commits. */
    public static HikariDataSource sqlite(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE");
        config.setMaximumPoolSize(10);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
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

    private static String setting(DataSource database, String name) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select current_setting('" + name + "')")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
