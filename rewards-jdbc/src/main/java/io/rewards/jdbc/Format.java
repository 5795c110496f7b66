package io.rewards.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of the tables: which one there is, and how one of an earlier format is brought to this one. The migrations are
 * plain SQL files, for whoever runs them by Flyway or by hand instead.
 */
final class Format {

    /** The migrations in their order; the last brings the format that this version reads and writes. */
    static final List<String> MIGRATIONS = List.of("V1__rewards.sql", "V2__settlements.sql", "V3__tiers.sql");

    private static final Pattern CREATED = Pattern.compile("^create table (\\w+)", Pattern.MULTILINE);

    private Format() {}

    /** The format that this version reads and writes. */
    static int current() {
        return MIGRATIONS.size();
    }

    /**
     * The format of a database; 0 where it has no tables of this store.
     *
     * @throws IllegalStateException for one that a newer version wrote
     */
    static int of(Connection connection, Dialect dialect) throws SQLException {
        String tables = switch (dialect) {
            case POSTGRESQL -> "select to_regclass('rewards_format') is not null";
            case SQLITE -> "select count(*) > 0 from sqlite_master where name = 'rewards_format'";
        };
        try (Statement statement = connection.createStatement()) {
            if (!truth(statement, tables)) {
                return 0;
            }
            try (ResultSet rows = statement.executeQuery("select max(format) from rewards_format")) {
                rows.next();
                return refuseNewer(rows.getInt(1));
            }
        }
    }

    private static int refuseNewer(int format) {
        if (format > current()) {
            throw new IllegalStateException("The tables have format (" + format + "), and this version knows up to ("
                    + current() + "). Use the version that wrote them, or a newer one.");
        }
        return format;
    }

    /** The tables of the store but the one that says the format, by their names. */
    static Set<String> tables(Dialect dialect) {
        Set<String> tables = new TreeSet<>();
        for (String migration : MIGRATIONS) {
            Matcher made = CREATED.matcher(text(dialect, migration));
            while (made.find()) {
                tables.add(made.group(1));
            }
        }
        tables.remove("rewards_format");
        return tables;
    }

    /** What a question that has one number for an answer gets. */
    static long number(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static boolean truth(Statement statement, String question) throws SQLException {
        try (ResultSet rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    /** Brings the tables to the format of this version, in one transaction, where they are not yet. */
    static void migrate(Connection connection, Dialect dialect) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        boolean done = false;
        try (Statement statement = connection.createStatement()) {
            if (dialect == Dialect.POSTGRESQL) {
                statement.execute("select pg_advisory_xact_lock(7239451906)"); // one at a time, whoever starts
            }
            for (String migration : MIGRATIONS.subList(of(connection, dialect), current())) {
                for (String each : statements(text(dialect, migration))) {
                    statement.execute(each);
                }
            }
            connection.commit();
            done = true;
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(before);
        }
    }

    /** Statements end with a semicolon at the end of a line that begins at its left edge, or of one that closes a block. */
    private static List<String> statements(String sql) {
        return List.of(sql.split(";\n(?=\n|--|create|insert|alter|drop|update)"));
    }

    /** What a migration does, as it stands in the jar. */
    static String text(Dialect dialect, String migration) {
        String name = dialect.folder() + "/" + migration;
        try (InputStream in = Format.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The migration (" + name + ") is missing from the jar.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The migration (" + name + ") cannot be read.", e);
        }
    }
}
