package io.rewards.jdbc;

import io.rewards.store.StoreException;
import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** What databases, drivers and pools throw, told as one kind of failure. */
final class Failures {

    /** Something that asks the database. */
    @FunctionalInterface
    interface Asking<T> {

        T ask() throws SQLException;
    }

    /** Something that is done on the way out. */
    @FunctionalInterface
    interface LastStep {

        void run() throws SQLException;
    }

    private Failures() {}

    /**
     * What {@code asking} says.
     *
     * @throws StoreException when the database fails
     */
    static <T> T told(Asking<T> asking) {
        try {
            return asking.ask();
        } catch (JdbiException e) {
            throw new StoreException(e.getCause() == null ? e : e.getCause());
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Tries {@code step} after {@code failure}, which stays the one that is told; false where it fails, too. */
    static boolean trying(Exception failure, LastStep step) {
        try {
            step.run();
            return true;
        } catch (SQLException e) {
            failure.addSuppressed(e);
            return false;
        }
    }
}
