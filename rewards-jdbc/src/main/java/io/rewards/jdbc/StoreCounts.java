package io.rewards.jdbc;

import io.rewards.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * How much a store holds. Immutable.
 *
 * @param participants who have registered, also those who have left
 * @param events that were recorded
 * @param transactions the entries of all journals
 * @param followUps that were kept and not yet applied
 * @param notifications that were kept and not yet delivered
 * @param settlements with merchants
 * @param unsettled entries that no settlement has taken yet
 */
public record StoreCounts(
        long participants,
        long events,
        long transactions,
        long followUps,
        long notifications,
        long settlements,
        long unsettled) {

    /** Counts what is in {@code database}, which must have its tables. */
    public static StoreCounts of(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return new StoreCounts(
                    count(connection, "rewards_participant"),
                    count(connection, "rewards_event"),
                    count(connection, "rewards_journal"),
                    count(connection, "rewards_follow_up"),
                    count(connection, "rewards_notification where delivered = 0"),
                    count(connection, "rewards_settlement"),
                    count(connection, "rewards_unsettled"));
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    private static long count(Connection connection, String rows) throws SQLException {
        return Format.number(connection, "select count(*) from " + rows);
    }
}
