package io.rewards.jdbc;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes all tables as lines. Not thread-safe. */
final class StoreExport {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Connection connection;
    private final Dialect dialect;
    private final Writer to;

    StoreExport(Connection connection, Dialect dialect, Writer to) {
        this.connection = connection;
        this.dialect = dialect;
        this.to = to;
    }

    /** Writes what the store holds as one transaction sees it, and says how many rows that was. */
    long run() throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            if (dialect == Dialect.POSTGRESQL) {
                return isolated(statement);
            }
            // Said in SQL: a transaction that the driver begins may keep others from writing.
            statement.execute("begin deferred");
            try {
                return tables();
            } finally {
                statement.execute("rollback");
            }
        }
    }

    private long isolated(Statement statement) throws SQLException, IOException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            statement.execute("set transaction isolation level repeatable read, read only");
            return tables();
        } finally {
            connection.rollback();
            connection.setAutoCommit(before);
        }
    }

    private long tables() throws SQLException, IOException {
        line(MAPPER.createObjectNode().put("format", Format.current()).toString());
        long rows = 0;
        for (Table table : Table.all(connection, dialect)) {
            ObjectNode head = MAPPER.createObjectNode().put("table", table.name());
            ArrayNode columns = head.putArray("columns");
            table.columns().forEach(columns::add);
            if (table.isCounting()) {
                head.put("last", table.last(connection, dialect));
            }
            line(head.toString());
            rows += rows(table);
        }
        line(MAPPER.createObjectNode().put("rows", rows).toString());
        return rows;
    }

    private long rows(Table table) throws SQLException, IOException {
        long written = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(StoreFile.ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery(
                    "select * from " + table.name() + " order by " + String.join(", ", table.key()))) {
                while (rows.next()) {
                    ArrayNode row = MAPPER.createArrayNode();
                    for (int i = 1; i <= table.columns().size(); i++) {
                        Object value = rows.getObject(i);
                        if (value instanceof Number number) {
                            row.add(number.longValue());
                        } else {
                            row.add((String) value);
                        }
                    }
                    line(row.toString());
                    written++;
                }
            }
        }
        return written;
    }

    private void line(String json) throws IOException {
        to.write(json);
        to.write('\n');
    }
}
