package io.rewards.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.rewards.jdbc.JdbcStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A database with the tables of a store, for as long as a command runs. For one thread. */
final class Database implements Closeable {

    private static final int CONNECTIONS = 4;

    /** What SQLite needs to keep what it acknowledges, and to let several processes wait for each other. */
    private static final Map<String, String> SQLITE = Map.of(
            "journal_mode", "WAL", "synchronous", "FULL", "busy_timeout", "10000", "transaction_mode", "IMMEDIATE");

    /** Kept, as a logger that nobody keeps forgets its level. Whatever the driver has to say is in what it throws. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    static {
        DRIVER.setLevel(Level.OFF);
    }

    private final StoreAddress address;
    private final HikariDataSource source;

    private Database(StoreAddress address) {
        this.address = address;
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        config.setJdbcUrl(address.url());
        if (address.file().isPresent()) {
            SQLITE.forEach(config::addDataSourceProperty);
        }
        try {
            source = new HikariDataSource(config);
        } catch (RuntimeException e) {
            throw unusable(
                    address,
                    "cannot be opened: " + reason(e)
                            + (address.file().isPresent()
                                    ? ""
                                    : " See that the server is there, and that database, user and password are right."));
        }
    }

    /** The store at {@code address}, which must be there. */
    static Database existing(StoreAddress address) {
        if (address.file().filter(Files::notExists).isPresent()) {
            throw unusable(address, "does not exist. " + make(address));
        }
        return withTables(connected(address));
    }

    /** The store at {@code address}; a file that is missing or empty is made with its tables. */
    static Database writable(StoreAddress address) throws IOException {
        if (address.file().isEmpty() || !isMissing(address.file().get())) {
            return existing(address);
        }
        Database made = connected(address);
        made.migrate();
        return made;
    }

    /** The database at {@code address}, with tables or without; a file that is missing is made. */
    static Database connected(StoreAddress address) {
        if (address.file().filter(Files::isDirectory).isPresent()) {
            throw unusable(address, "must be a file, not a directory.");
        }
        Path directory = address.file()
                .map(file -> file.toAbsolutePath().getParent())
                .filter(Files::notExists)
                .orElse(null);
        if (directory != null) {
            throw unusable(address, "cannot be made: its directory does not exist.");
        }
        return new Database(address);
    }

    private static boolean isMissing(Path file) throws IOException {
        return !Files.exists(file) || (Files.isRegularFile(file) && Files.size(file) == 0);
    }

    private static Database withTables(Database database) {
        try {
            int format = database.format();
            if (format != JdbcStore.currentFormat()) {
                throw unusable(
                        database.address,
                        (format == 0
                                        ? "has no tables yet. "
                                        : "has tables of format (" + format + "), and this version needs ("
                                                + JdbcStore.currentFormat() + "). ")
                                + make(database.address));
            }
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static String make(StoreAddress address) {
        return "Make it ready with: rewards store init --store " + address.shown();
    }

    /** The format of its tables; 0 where there are none. */
    int format() {
        try {
            return JdbcStore.format(source);
        } catch (IllegalStateException | IllegalArgumentException e) {
            throw unusable(address, "cannot be used. " + e.getMessage());
        }
    }

    /** Makes the tables, or brings them to the format of this version. */
    void migrate() {
        try {
            JdbcStore.migrate(source);
        } catch (IllegalStateException e) {
            throw unusable(address, "cannot be used. " + e.getMessage());
        }
    }

    DataSource source() {
        return source;
    }

    JdbcStore store() {
        return JdbcStore.of(source);
    }

    StoreAddress address() {
        return address;
    }

    private String reason(RuntimeException e) {
        if (!(e instanceof PoolInitializationException)) {
            return "its address is none of PostgreSQL.";
        }
        Throwable last = e.getCause() != null ? e.getCause() : e;
        return address.told(
                        String.valueOf(last.getMessage()).lines().findFirst().orElse(""))
                .replaceFirst("[.]?$", ".");
    }

    private static IllegalArgumentException unusable(StoreAddress address, String why) {
        return new IllegalArgumentException("The store (" + address.shown() + ") " + why);
    }

    @Override
    public void close() {
        source.close();
    }
}
