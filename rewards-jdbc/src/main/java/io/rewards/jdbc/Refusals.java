package io.rewards.jdbc;

import io.rewards.decision.Outcome;
import io.rewards.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The events of one file that were refused so far. What is refused is not recorded; without this, a file that goes on where
 * it was interrupted would decide such an event again, after events that came later, and perhaps take it. For one thread.
 */
public final class Refusals {

    private final DataSource database;
    private final String file;
    private final Set<Long> lines = new HashSet<>();

    private Refusals(DataSource database, String file) {
        this.database = database;
        this.file = file;
    }

    /**
     * What is known of a file.
     *
     * @param database which must have its tables
     * @param file a name that no file of other content has
     */
    public static Refusals of(DataSource database, String file) {
        Refusals refusals = new Refusals(database, file);
        try (Connection connection = database.getConnection();
                PreparedStatement known =
                        connection.prepareStatement("select line from rewards_refusal where file = ?")) {
            known.setString(1, file);
            try (ResultSet rows = known.executeQuery()) {
                while (rows.next()) {
                    refusals.lines.add(rows.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
        return refusals;
    }

    /** The outcome of the event on a line, if it was refused. */
    public Optional<Outcome> at(long line) {
        if (!lines.contains(line)) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection();
                PreparedStatement kept = connection.prepareStatement(
                        "select outcome from rewards_refusal where file = ? and line = ?")) {
            kept.setString(1, file);
            kept.setLong(2, line);
            try (ResultSet rows = kept.executeQuery()) {
                return rows.next() ? Optional.of(EventForm.outcome(rows.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }

    /** Keeps that the event on a line was refused. */
    public void keep(long line, Outcome refused) {
        write(
                "insert into rewards_refusal (file, line, outcome) values (?, ?, ?) on conflict do nothing",
                file,
                line,
                EventForm.of(refused).json());
        lines.add(line);
    }

    /** The file is through: when it comes again, everything that is not recorded is decided again. */
    public void forget() {
        if (!lines.isEmpty()) {
            write("delete from rewards_refusal where file = ?", file);
            lines.clear();
        }
    }

    private void write(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StoreException(e);
        }
    }
}
