package io.rewards.purse;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.effort.Effort;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.jdbc.Trips;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How SQLite finds what events ask for: by looks into indexes, so that nothing costs more where the past of a participant is
 * longer. The statements are those of a story.
 */
class QueryPlansTest {

    private static final int OPERATIONS = 300;
    private static final long SEED = Effort.seed("rewards.purse.seed");

    /** Steps that read all rows of a table, or all that a participant has of those that grow with the past. */
    private static final Pattern WALK = Pattern.compile("SCAN rewards_.*"
            + "|SEARCH rewards_(award|cancelled|counted|event|journal|lot|lot_event|sale) .*\\(participant=\\?( AND offer=\\?)?\\).*"
            + "|USE TEMP B-TREE FOR ORDER BY");

    /** What may walk, and why it is no walk, or one over the past that has its reason. */
    private static final Map<String, String> ALLOWED = Map.of(
            "and is_open = 1", "money that is open",
            "order by awarded_on desc limit 1", "the end of an index",
            "dependence = 'NONE'", "ends at the first award, as hardly any depends on another",
            "expires <= ? and id > ?", "a page of those who are due",
            "where participant = ? and is_open = 0) x", "a merge takes over all that is over",
            "from rewards_sale where participant = ?) x", "a merge",
            "from rewards_cancelled where participant = ?) x", "a merge",
            "units > 0 and 1 = 1", "a merge");

    private final Trips trips = new Trips();

    @TempDir
    private Path directory;

    @Test
    void noEventWalksThroughThePastOfAParticipant() throws SQLException {
        Set<String> found = new TreeSet<>();
        try (HikariDataSource database = Databases.sqlite(directory.resolve("plans.db"))) {
            JdbcStore.migrate(database);
            assertThat(Sequence.drawn(SEED, OPERATIONS, JdbcStore.of(trips.of(database))))
                    .isEmpty();
            Set<String> statements = new TreeSet<>(trips.taken());
            try (Connection connection = database.getConnection()) {
                for (String sql : statements) {
                    for (String step : plan(connection, sql)) {
                        if (WALK.matcher(step).matches()
                                && ALLOWED.keySet().stream().noneMatch(sql::contains)) {
                            found.add(step + " in: " + sql);
                        }
                    }
                }
            }
        }
        assertThat(found).as("seed %s", SEED).isEmpty();
    }

    private static List<String> plan(Connection connection, String sql) throws SQLException {
        List<String> steps = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("explain query plan " + sql)) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
