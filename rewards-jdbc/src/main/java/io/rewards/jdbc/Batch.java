package io.rewards.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Statements that are sent together: on PostgreSQL in one round trip. Each says how many rows it must touch; the first that
 * touches others ends the batch. Not thread-safe.
 */
final class Batch {

    private static final int ANY = -1;
    private static final int MOST_ROWS = 500;

    /** Where prepared statements come from and go back to. */
    interface Preparing {

        /** Prepares each statement anew. */
        Preparing ANEW = new Preparing() {
            @Override
            public PreparedStatement take(Connection connection, String sql) throws SQLException {
                return connection.prepareStatement(sql);
            }

            @Override
            public void giveBack(String sql, PreparedStatement statement) throws SQLException {
                statement.close();
            }
        };

        /** The statement, without parameters. */
        PreparedStatement take(Connection connection, String sql) throws SQLException;

        /** Takes it back, once it has run. */
        void giveBack(String sql, PreparedStatement statement) throws SQLException;
    }

    private record Statement(String sql, List<@Nullable Object> values, int rows) {}

    private final Dialect dialect;
    private final List<Statement> statements = new ArrayList<>();

    Batch(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Adds a statement that may touch any number of rows. */
    void add(String sql, @Nullable Object... values) {
        statements.add(new Statement(sql, list(values), ANY));
    }

    /** Adds a statement that must touch so many rows. */
    void must(int rows, String sql, @Nullable Object... values) {
        statements.add(new Statement(sql, list(values), rows));
    }

    /**
     * Adds an insert of some rows, nothing where there are none.
     *
     * @param into table and columns
     * @param conflict what to do about rows that are there
     */
    <T> void insert(String into, String conflict, Collection<T> rows, Function<T, @Nullable Object[]> columns) {
        insert(into, conflict, rows, columns, false);
    }

    /** Adds an insert of some rows, none of which may be there. */
    <T> void insertNew(String into, Collection<T> rows, Function<T, @Nullable Object[]> columns) {
        insert(into, "on conflict do nothing", rows, columns, true);
    }

    private <T> void insert(
            String into, String conflict, Collection<T> rows, Function<T, @Nullable Object[]> columns, boolean all) {
        List<T> left = List.copyOf(rows);
        for (int from = 0; from < left.size(); from += MOST_ROWS) {
            List<T> part = left.subList(from, Math.min(left.size(), from + MOST_ROWS));
            List<@Nullable Object> values = new ArrayList<>();
            StringBuilder sql = new StringBuilder("insert into ").append(into).append(" values ");
            for (T row : part) {
                @Nullable Object[] cells = columns.apply(row);
                sql.append(sql.charAt(sql.length() - 1) == ')' ? ", (?" : "(?")
                        .append(", ?".repeat(cells.length - 1))
                        .append(')');
                values.addAll(list(cells));
            }
            statements.add(new Statement(sql.append(' ').append(conflict).toString(), values, all ? part.size() : ANY));
        }
    }

    private static List<@Nullable Object> list(@Nullable Object[] values) {
        List<@Nullable Object> list = new ArrayList<>(values.length);
        for (Object value : values) {
            list.add(kept(value));
        }
        return list;
    }

    /** A value of the domain as it is bound. */
    static @Nullable Object kept(@Nullable Object value) {
        if (value instanceof Body body) {
            return body.json();
        }
        return value instanceof String text ? Text.kept(text) : value;
    }

    /** Runs all of it; false where a statement did not touch as many rows as it must. */
    boolean run(Connection connection, Preparing preparing) throws SQLException {
        return switch (dialect) {
            case POSTGRESQL -> together(connection);
            case SQLITE -> oneByOne(connection, preparing);
        };
    }

    private boolean together(Connection connection) throws SQLException {
        StringBuilder sql = new StringBuilder();
        for (Statement each : statements) {
            sql.append(each.sql).append(";\n");
        }
        try (PreparedStatement prepared = connection.prepareStatement(sql.toString())) {
            int at = 1;
            for (Statement each : statements) {
                at = bind(prepared, at, each.values);
            }
            prepared.execute();
            boolean all = true;
            for (Statement each : statements) {
                all &= each.rows == ANY || prepared.getUpdateCount() == each.rows;
                prepared.getMoreResults();
            }
            return all;
        }
    }

    private boolean oneByOne(Connection connection, Preparing preparing) throws SQLException {
        for (Statement each : statements) {
            PreparedStatement prepared = preparing.take(connection, each.sql);
            int touched;
            try {
                bind(prepared, 1, each.values);
                touched = prepared.executeUpdate();
            } catch (SQLException | RuntimeException e) {
                Failures.trying(e, prepared::close);
                throw e;
            }
            preparing.giveBack(each.sql, prepared);
            if (each.rows != ANY && touched != each.rows) {
                return false;
            }
        }
        return true;
    }

    private static int bind(PreparedStatement prepared, int first, List<@Nullable Object> values) throws SQLException {
        int at = first;
        for (Object value : values) {
            prepared.setObject(at++, value);
        }
        return at;
    }
}
