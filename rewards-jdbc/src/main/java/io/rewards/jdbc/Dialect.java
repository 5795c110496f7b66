package io.rewards.jdbc;

import io.rewards.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** A database that the store knows, and what is different there. */
enum Dialect {
    /** PostgreSQL 14 and later: many writers, rows are locked one by one. */
    POSTGRESQL("postgresql"),
    /** SQLite: one writer at a time, who has the whole file. */
    SQLITE("sqlite");

    /** A serialization failure and a deadlock. */
    private static final Set<String> LOST = Set.of("40001", "40P01");

    private final String folder;

    Dialect(String folder) {
        this.folder = folder;
    }

    /**
     * The database at the other end.
     *
     * @throws IllegalArgumentException for one that the store does not know
     */
    static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "SQLite" -> SQLITE;
            default ->
                throw new IllegalArgumentException(
                        "The database (" + product + ") is none that can be used. Use PostgreSQL or SQLite.");
        };
    }

    /** The folder of its migrations. */
    String folder() {
        return folder;
    }

    /** What makes a query lock the rows that it finds, and leave out those that others have locked. */
    String skippingLocked() {
        return this == POSTGRESQL ? " for update skip locked" : "";
    }

    /**
     * True where the transaction lost against another one and may be tried again. On SQLite writers wait for each other and
     * none loses: a file that stays locked is held by somebody for too long.
     */
    boolean isLost(StoreException failure) {
        return this == POSTGRESQL
                && failure.getCause() instanceof SQLException cause
                && LOST.contains(String.valueOf(cause.getSQLState()));
    }
}
