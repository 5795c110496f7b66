package io.rewards.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table of the store as it stands in a database. Immutable.
 *
 * @param name of it
 * @param columns in their order
 * @param key the columns by which its rows are told apart, and ordered
 */
record Table(String name, List<String> columns, List<String> key) {

    /** Those whose column {@code number} counts on, whatever rows are gone. */
    private static final Set<String> COUNTING =
            Set.of("rewards_follow_up", "rewards_notification", "rewards_settlement");

    /** All tables of the store but the one that says their format, by their names. */
    static List<Table> all(Connection connection, Dialect dialect) throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : Format.tables(dialect)) {
            tables.add(new Table(name, columns(connection, name), key(connection, name)));
        }
        return tables;
    }

    private static List<String> columns(Connection connection, String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from " + name + " where 1 = 0")) {
            ResultSetMetaData known = rows.getMetaData();
            for (int i = 1; i <= known.getColumnCount(); i++) {
                columns.add(known.getColumnName(i));
            }
        }
        return columns;
    }

    private static List<String> key(Connection connection, String name) throws SQLException {
        TreeMap<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = connection.getMetaData().getPrimaryKeys(null, connection.getSchema(), name)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }

    boolean isCounting() {
        return COUNTING.contains(name);
    }

    boolean isEmpty(Connection connection) throws SQLException {
        return Format.number(connection, "select count(*) from (select 1 from " + name + " limit 1) first") == 0;
    }

    /** The highest number that a row was ever given; 0 before the first. */
    long last(Connection connection, Dialect dialect) throws SQLException {
        return Format.number(
                connection,
                switch (dialect) {
                    case POSTGRESQL ->
                        "select coalesce(pg_sequence_last_value(pg_get_serial_sequence('" + name
                                + "', 'number')::regclass), 0)";
                    case SQLITE -> "select coalesce(max(seq), 0) from sqlite_sequence where name = '" + name + "'";
                });
    }

    /** The next row gets a number above {@code last}, and above those that are there. */
    void countFrom(long last, Connection connection, Dialect dialect) throws SQLException {
        long above = Math.max(last, Format.number(connection, "select coalesce(max(number), 0) from " + name));
        if (above == 0) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            if (dialect == Dialect.POSTGRESQL) {
                statement.execute("select setval(pg_get_serial_sequence('" + name + "', 'number'), " + above + ")");
            } else {
                statement.executeUpdate("delete from sqlite_sequence where name = '" + name + "'");
                statement.executeUpdate(
                        "insert into sqlite_sequence (name, seq) values ('" + name + "', " + above + ")");
            }
        }
    }
}
