package io.rewards.jdbc;

import java.io.BufferedReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads all tables from lines, in a transaction that somebody else ends. Not thread-safe. */
final class StoreImport {

    /** Bodies are as long as they are. */
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    .build())
            .build();

    private final Connection connection;
    private final Dialect dialect;
    private final String source;
    private final BufferedReader from;
    private final Map<Table, Long> counted = new LinkedHashMap<>();
    private long number;
    private long rows;

    StoreImport(Connection connection, Dialect dialect, String source, BufferedReader from) {
        this.connection = connection;
        this.dialect = dialect;
        this.source = source;
        this.from = from;
    }

    /** Reads everything, and says how many rows that was. */
    long run() throws SQLException, IOException {
        List<Table> tables = Table.all(connection, dialect);
        requireEmpty(tables);
        requireFormat(next());
        JsonNode line = next();
        for (Table table : tables) {
            line = read(table, line);
        }
        require(
                line.path("rows").isIntegralNumber() && line.path("rows").longValue() == rows,
                "The last line must say that there were (" + rows
                        + ") rows, as many as were read. Export the store again.");
        require(from.readLine() == null, "Nothing may come after the line that says how many rows there were.");
        // Last, as PostgreSQL does not take it back with the transaction.
        for (Map.Entry<Table, Long> each : counted.entrySet()) {
            each.getKey().countFrom(each.getValue(), connection, dialect);
        }
        if (dialect == Dialect.POSTGRESQL) {
            analyze(tables);
        }
        return rows;
    }

    /** Lets the database know how much there is now, as it would choose wrong indexes until it finds out by itself. */
    private void analyze(List<Table> tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Table table : tables) {
                statement.execute("analyze " + table.name());
            }
        }
    }

    /** Reads the rows of a table, and answers what comes after them. */
    private JsonNode read(Table table, JsonNode head) throws SQLException, IOException {
        requireHead(head, table);
        JsonNode line = next();
        try (PreparedStatement insert = connection.prepareStatement(insert(table))) {
            int waiting = 0;
            for (; line.isArray(); line = next()) {
                bind(insert, line, table);
                insert.addBatch();
                rows++;
                waiting++;
                if (waiting == StoreFile.ROWS_AT_ONCE) {
                    send(insert, table);
                    waiting = 0;
                }
            }
            send(insert, table);
        }
        if (table.isCounting()) {
            counted.put(table, head.path("last").longValue());
        }
        return line;
    }

    private void requireEmpty(List<Table> tables) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table "
                        + tables.stream().map(Table::name).collect(Collectors.joining(", ")) + " in exclusive mode");
            }
        }
        for (Table table : tables) {
            if (!table.isEmpty(connection)) {
                throw new IllegalStateException("The store is not empty: there are rows in " + table.name()
                        + ". Only an empty store can take what another one held; make a new one.");
            }
        }
    }

    private void requireFormat(JsonNode line) {
        JsonNode format = line.path("format");
        require(
                format.isIntegralNumber(),
                "The file is not one of a store: its first line must say the format, such as {\"format\":"
                        + Format.current() + "}.");
        require(
                format.longValue() == Format.current(),
                "The file has format (" + format.longValue() + "), and this version reads (" + Format.current()
                        + "). Read it with the version that wrote it, bring the tables up with this one, and export them"
                        + " again.");
    }

    private void requireHead(JsonNode line, Table table) {
        List<String> columns =
                line.path("columns").valueStream().map(JsonNode::asString).toList();
        require(
                line.path("table").asString("").equals(table.name()) && columns.equals(table.columns()),
                "The line must begin the table " + table.name() + " with the columns " + table.columns() + ".");
        JsonNode last = line.path("last");
        require(
                !table.isCounting() || (last.isIntegralNumber() && last.canConvertToLong() && last.longValue() >= 0),
                "The line must say in \"last\" the highest number that a row was ever given.");
    }

    private String insert(Table table) {
        return "insert into " + table.name() + " (" + String.join(", ", table.columns()) + ")"
                + (dialect == Dialect.POSTGRESQL && table.isCounting() ? " overriding system value" : "") + " values (?"
                + ", ?".repeat(table.columns().size() - 1) + ")";
    }

    private void bind(PreparedStatement insert, JsonNode row, Table table) throws SQLException {
        require(
                row.size() == table.columns().size(),
                "The row must have (" + table.columns().size() + ") values.");
        for (int i = 0; i < row.size(); i++) {
            JsonNode value = row.get(i);
            require(
                    value.isNull() || value.isString() || (value.isIntegralNumber() && value.canConvertToLong()),
                    "The value of " + table.columns().get(i) + " must be a text, a whole number or null.");
            insert.setObject(i + 1, plain(value));
        }
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        return value.isString() ? value.stringValue() : (Object) value.longValue();
    }

    private void send(PreparedStatement insert, Table table) throws IOException {
        try {
            insert.executeBatch();
        } catch (SQLException e) {
            throw wrong("Rows of " + table.name() + " up to here cannot be written: " + e.getMessage());
        }
    }

    private JsonNode next() throws IOException {
        String line = from.readLine();
        number++;
        if (line == null) {
            throw wrong("The file ends here, and is not whole. Export the store again.");
        }
        try {
            return MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw wrong("The line is no JSON: " + e.getOriginalMessage());
        }
    }

    private void require(boolean holds, String problem) {
        if (!holds) {
            throw wrong(problem);
        }
    }

    private IllegalArgumentException wrong(String problem) {
        return new IllegalArgumentException(source + ":" + number + ": " + problem + " Nothing was imported.");
    }
}
