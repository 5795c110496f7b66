package io.rewards.workers;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.jdbc.Databases;
import io.rewards.run.RunListener;
import io.rewards.store.RewardsStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries of the document about what to watch answer what it says. */
class MonitoringDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/operations.md");

    @TempDir
    private Path directory;

    @Test
    void theQueriesForPostgresAnswerWhatTheDocumentSays() throws IOException, SQLException {
        try (HikariDataSource database = Databases.postgres()) {
            answersWhatTheDocumentSays(database, "PostgreSQL");
        }
    }

    @Test
    void theQueriesForSqliteAnswerWhatTheDocumentSays() throws IOException, SQLException {
        try (HikariDataSource database = Databases.sqlite(directory.resolve("watched.db"))) {
            answersWhatTheDocumentSays(database, "SQLite");
        }
    }

    private void answersWhatTheDocumentSays(HikariDataSource database, String dialect)
            throws IOException, SQLException {
        RewardsStore store = Databases.store(database);
        Village.settled(new LeavingFollowUps(store), 4);
        List<List<String>> both = answers(database, "PostgreSQL and SQLite");
        assertThat(both.get(0)).containsExactly("follow-ups, 2", "notifications, 4");
        assertThat(both.get(1)).isEmpty();
        assertThat(both.get(2)).containsExactly("8, 2025-03-01T12:00:00.000000000Z");
        assertThat(both.get(3)).isEmpty();
        List<List<String>> own = answers(database, dialect);
        assertThat(own.get(0)).containsExactly("2025-07-01T01:00:00Z");
        assertThat(own.get(1)).containsExactly("2025-03-01T12:00:00Z");
        assertThat(own.get(2)).isEmpty();

        assertThat(SharedRunTest.died(database, SharedRunTest.EVALUATION, 3)).isTrue();
        assertThat(answers(database, dialect).get(2)).containsExactly("NIGHTLY, 2025-03-03T01:00:00.000000000Z");
        Village.engine(store).runs().run(Village.NIGHTLY, Village.NIGHT, RunListener.NONE);
        both = answers(database, "PostgreSQL and SQLite");
        assertThat(both.get(0)).startsWith("follow-ups, 0");
        assertThat(both.get(1)).containsExactly("OFFER, A-FEW-BY-NIGHT, LIFE, 7, 700, EUR, 2");
        assertThat(both.get(2)).containsExactly("0, null");
        assertThat(both.get(3)).containsExactly("NIGHTLY, 2025-03-03T01:00:00.000000000Z");
        own = answers(database, dialect);
        assertThat(own.get(0)).isEmpty();
        assertThat(own.get(2)).isEmpty();
        assertThat(own.get(3)).isNotEmpty().noneMatch(row -> row.endsWith(", 0") || row.equals("0"));
    }

    /** What each query of the block for these databases answers, row by row. */
    private static List<List<String>> answers(HikariDataSource database, String dialect)
            throws IOException, SQLException {
        String block = Pattern.compile("```sql\n-- (.*?)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(DOCUMENT))
                .results()
                .filter(found -> found.group(1).equals(dialect))
                .map((MatchResult found) -> found.group(2))
                .findFirst()
                .orElseThrow();
        List<List<String>> answers = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : block.split(";\\s*", 0)) {
                try (ResultSet rows = statement.executeQuery(sql)) {
                    answers.add(rows(rows));
                }
            }
        }
        assertThat(answers).hasSize(4);
        return answers;
    }

    private static List<String> rows(ResultSet rows) throws SQLException {
        List<String> all = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.add(String.valueOf(rows.getString(column)));
            }
            all.add(String.join(", ", row));
        }
        return all;
    }
}
