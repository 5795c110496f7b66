package io.rewards.jdbc;

import io.rewards.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Everything that a store holds as a file of JSON lines, to move it from one database to another. The first line says the
 * format of the tables; then comes each table, its name and columns on one line and each row on another, ordered by the
 * names of tables and the keys of rows; the last line says how many rows there were. A store that was imported and is
 * exported again gives the same file, byte for byte. Memory does not grow with the store. Thread-safe.
 */
public final class StoreFile {

    static final int ROWS_AT_ONCE = 500;

    private StoreFile() {}

    /**
     * Writes everything as it is at one moment, whatever is written to the store meanwhile.
     *
     * @return how many rows there were
     * @throws IllegalStateException when the tables are missing, or of another format
     */
    public static long export(DataSource database, Writer to) throws IOException {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = JdbcStore.known(connection);
            return new StoreExport(connection, dialect, to).run();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /**
     * Reads everything that {@link #export} wrote into a store that has its tables and nothing in them: all of it, or nothing.
     *
     * @param source name of the file for messages
     * @return how many rows there were
     * @throws IllegalArgumentException for a file of another format, or one that is cut off or was changed; it names the line
     * @throws IllegalStateException when the store is not empty, or its tables are missing or of another format
     */
    public static long read(DataSource database, String source, BufferedReader from) throws IOException {
        try (Connection connection = database.getConnection()) {
            Dialect dialect = JdbcStore.known(connection);
            boolean before = connection.getAutoCommit();
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                long rows = new StoreImport(connection, dialect, source, from).run();
                connection.commit();
                done = true;
                return rows;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(before);
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
