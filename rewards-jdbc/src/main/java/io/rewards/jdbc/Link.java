package io.rewards.jdbc;

import io.rewards.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How the store reaches its database. */
sealed interface Link {

    /** Something that is written, or not. */
    @FunctionalInterface
    interface Writing {

        /** False where nothing is to be left of what was written. */
        boolean on(Connection connection, Batch.Preparing preparing) throws SQLException;
    }

    /** What the database is. */
    Dialect dialect();

    /** What {@code reading} reads. */
    <T> T read(Function<Handle, T> reading);

    /** The rows that a query finds, each as {@code row} reads it. */
    default <T> List<T> all(String sql, JdbcPast.Row<T> row, Object... values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = values[i] instanceof String text ? Text.kept(text) : values[i];
        }
        return read(handle ->
                handle.select(sql, values).map((rows, context) -> row.of(rows)).list());
    }

    /** Writes all of {@code writing} or nothing, and says which. */
    boolean write(Writing writing);

    /**
     * Does nothing while what was written can still be kept.
     *
     * @throws StoreException when the database has undone it
     */
    void requireOpen();

    /** Keeps others from writing to a participant until the end of the transaction, where there is one already. */
    void lock(String participant);

    /** Over connections of the store's own, one transaction for each write. Thread-safe. */
    final class Own implements Link {

        private static final int MOST_TRIES = 10;

        private final Jdbi jdbi;
        private final Dialect dialect;
        /** SQLite has one writer; those of this process wait here instead of asking the file again and again. */
        private final ReentrantLock writer = new ReentrantLock(true);

        Own(Jdbi jdbi, Dialect dialect) {
            this.jdbi = jdbi;
            this.dialect = dialect;
        }

        @Override
        public Dialect dialect() {
            return dialect;
        }

        @Override
        public <T> T read(Function<Handle, T> reading) {
            return Failures.told(() -> jdbi.withHandle(reading::apply));
        }

        @Override
        public boolean write(Writing writing) {
            if (dialect == Dialect.POSTGRESQL) {
                return written(writing);
            }
            writer.lock();
            try {
                return written(writing);
            } finally {
                writer.unlock();
            }
        }

        /** What lost against another transaction was undone by the database, and is simply sent again. */
        private boolean written(Writing writing) {
            for (int tries = 1; ; tries++) {
                try {
                    return Failures.told(() -> transaction(writing));
                } catch (StoreException e) {
                    if (tries == MOST_TRIES || !dialect.isLost(e)) {
                        throw e;
                    }
                }
            }
        }

        private boolean transaction(Writing writing) throws SQLException {
            return jdbi.<Boolean, SQLException>withHandle(handle -> {
                Connection connection = handle.getConnection();
                boolean before = connection.getAutoCommit();
                connection.setAutoCommit(false);
                boolean committed;
                try {
                    committed = writing.on(connection, Batch.Preparing.ANEW);
                    if (committed) {
                        connection.commit();
                    } else {
                        connection.rollback();
                    }
                } catch (SQLException | RuntimeException e) {
                    Failures.trying(e, connection::rollback);
                    Failures.trying(e, () -> connection.setAutoCommit(before));
                    throw e;
                }
                connection.setAutoCommit(before);
                return committed;
            });
        }

        @Override
        public void requireOpen() {
            // What was written is kept already.
        }

        @Override
        public void lock(String participant) {
            // Each write is a transaction of its own, and finds out by the version whether another was faster.
        }
    }

    /** In the transaction that the host has begun on a connection, and ends. Not thread-safe, as connections are not. */
    final class Joined implements Link {

        private final Connection connection;
        private final Handle handle;
        private final Dialect dialect;
        private final Batch.Preparing preparing;
        private final Runnable written;
        /** What failed, once something has: the database may have ended the transaction by itself. */
        private @Nullable Exception over;

        Joined(Connection connection, Dialect dialect, Batch.Preparing preparing, Runnable written) {
            this.connection = connection;
            this.dialect = dialect;
            this.preparing = preparing;
            this.written = written;
            handle = Jdbi.create(connection).open();
            if (preparing instanceof KeptStatements kept) {
                handle.setStatementBuilder(kept);
            }
        }

        @Override
        public Dialect dialect() {
            return dialect;
        }

        @Override
        public <T> T read(Function<Handle, T> reading) {
            requireOpen();
            try {
                return Failures.told(() -> reading.apply(handle));
            } catch (StoreException e) {
                over = e;
                throw e;
            }
        }

        @Override
        public boolean write(Writing writing) {
            requireOpen();
            return Failures.told(() -> {
                Savepoint before = connection.setSavepoint();
                boolean done;
                try {
                    done = writing.on(connection, preparing);
                } catch (SQLException | RuntimeException e) {
                    over = e;
                    Failures.trying(e, () -> connection.rollback(before));
                    throw e;
                }
                if (done) {
                    connection.releaseSavepoint(before);
                    written.run();
                } else {
                    connection.rollback(before);
                }
                return done;
            });
        }

        /** What came before a failure may be gone, so nothing may come after it as if it were not. */
        @Override
        public void requireOpen() {
            if (over != null) {
                throw new StoreException(over);
            }
        }

        @Override
        public void lock(String participant) {
            if (dialect == Dialect.POSTGRESQL) {
                read(locking -> locking.select(
                                "select version from rewards_participant where id = ? for update",
                                Text.kept(participant))
                        .mapTo(Long.class)
                        .list());
            }
        }
    }
}
