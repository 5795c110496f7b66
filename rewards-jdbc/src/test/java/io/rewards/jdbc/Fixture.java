package io.rewards.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Databases of every format that there ever was, as SQL: the migrations as they were, and the rows of a small life. */
final class Fixture {

    private static final Path RESOURCES = Path.of("src", "test", "resources", "io", "rewards", "jdbc");

    /** True where the files of the newest format are to be written anew. */
    static final boolean WRITE = "write".equals(System.getProperty("rewards.fixture"));

    private Fixture() {}

    private static @Nullable InputStream resource(String name) {
        return Fixture.class.getResourceAsStream(name);
    }

    /** The text of this name. */
    static String text(String name) {
        try (InputStream in = WRITE ? Files.newInputStream(RESOURCES.resolve(name)) : resource(name)) {
            if (in == null) {
                throw new AssertionError(
                        "The fixture (" + name + ") is missing. Write it with -Drewards.fixture=write.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(String name, String text) {
        try {
            Files.createDirectories(RESOURCES);
            Files.writeString(RESOURCES.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a format. */
    static String name(int format, Dialect dialect) {
        return "format-" + format + "." + dialect.folder() + ".sql";
    }

    /** Fills an empty database. */
    static void restore(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** What makes {@code database} again. */
    static String dump(DataSource database, Dialect dialect) throws SQLException {
        StringBuilder sql = new StringBuilder();
        Format.MIGRATIONS.forEach(
                migration -> sql.append(Format.text(dialect, migration).strip()).append("\n\n"));
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(statement, dialect)) {
                rows(statement, table, dialect, sql);
            }
        }
        return sql.toString();
    }

    private static List<String> tables(Statement statement, Dialect dialect) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                dialect == Dialect.POSTGRESQL
                        ? "select tablename from pg_tables where schemaname = current_schema() order by 1"
                        : "select name from sqlite_master where type = 'table' and name like 'rewards%' order by 1")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.remove("rewards_format");
        return tables;
    }

    private static void rows(Statement statement, String table, Dialect dialect, StringBuilder sql)
            throws SQLException {
        boolean numbered = false;
        try (ResultSet rows = statement.executeQuery("select * from " + table + " order by 1, 2")) {
            List<String> columns = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                columns.add(rows.getMetaData().getColumnName(i));
            }
            numbered = dialect == Dialect.POSTGRESQL && columns.get(0).equals("number");
            while (rows.next()) {
                List<Object> values = new ArrayList<>();
                for (String column : columns) {
                    values.add(rows.getObject(column));
                }
                sql.append("insert into ")
                        .append(table)
                        .append(" (")
                        .append(String.join(", ", columns))
                        .append(numbered ? ") overriding system value values (" : ") values (")
                        .append(values.stream().map(Fixture::literal).collect(Collectors.joining(", ")))
                        .append(");\n");
            }
        }
        if (numbered) {
            sql.append("alter table ").append(table).append(" alter column number restart with 100000;\n");
        }
    }

    private static String literal(Object value) {
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : String.valueOf(value);
    }

    /** All formats that there ever were. */
    static IntStream formats() {
        return IntStream.rangeClosed(1, Format.current());
    }
}
