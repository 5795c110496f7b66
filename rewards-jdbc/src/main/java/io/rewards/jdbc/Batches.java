package io.rewards.jdbc;

import io.rewards.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Many events in one transaction, for runs and files of events: much faster than one by one where each transaction waits
 * for the disk. What was written since the last {@link #flush} is on the disk only after the next one; whoever is killed
 * before sends those events again, and each is recorded once. After a failure nothing since the last flush is recorded, and
 * the batches are over: begin new ones. For one thread.
 *
 * <pre>{@code
 * try (Batches batches = Batches.of(database, 500)) {
 *     RewardsEngine engine = RewardsEngine.builder(programme, batches.store(), clock).build();
 *     events.forEach(engine::evaluate);
 *     batches.flush();
 * }
 * }</pre>
 */
public final class Batches implements AutoCloseable {

    private final Connection connection;
    private final KeptStatements statements = new KeptStatements();
    private final int most;
    private final JdbcStore store;
    private int written;

    private Batches(Connection connection, int most) {
        this.connection = connection;
        this.most = most;
        store = JdbcStore.joined(connection, statements, this::written);
    }

    /**
     * Batches of {@code most} writes, of which each event is one, over a connection of {@code database}, which must have its tables.
     *
     * @throws IllegalArgumentException when {@code most} is below 1
     */
    public static Batches of(DataSource database, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A batch must have at least 1 event, not (" + most + ").");
        }
        try {
            Connection connection = database.getConnection();
            connection.setAutoCommit(false);
            return new Batches(connection, most);
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** The store to evaluate on. */
    public JdbcStore store() {
        return store;
    }

    /**
     * Ends the batch that is under way: everything that was written is on the disk.
     *
     * @throws StoreException when it cannot be written, or the database has undone it before
     */
    public void flush() {
        store.requireOpen();
        try {
            connection.commit();
            written = 0;
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private void written() {
        written++;
        if (written >= most) {
            flush();
        }
    }

    /**
     * Gives the connection back. What was written since the last flush is not recorded, also where the connection is gone and
     * cannot be told so.
     */
    @Override
    public void close() {
        try (Connection closed = connection) {
            try {
                statements.close();
                closed.rollback();
            } finally {
                closed.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // Nothing was written that could be lost.
        }
    }
}
