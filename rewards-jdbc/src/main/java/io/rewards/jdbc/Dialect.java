package io.rewards.jdbc;

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

    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int PRIMARY = 0xFF;

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

    /** True where the transaction lost against another one and may be tried again. */
    boolean isLost(SQLException failure) {
        return this == SQLITE
                ? (failure.getErrorCode() & PRIMARY) == SQLITE_BUSY
                        || (failure.getErrorCode() & PRIMARY) == SQLITE_LOCKED
                : LOST.contains(failure.getSQLState());
    }
}
