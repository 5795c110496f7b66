package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.account.FollowUp;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.NotificationKind;
import io.rewards.event.EventHeader;
import io.rewards.event.FirstAward;
import io.rewards.event.RaisedEvent;
import io.rewards.notification.Notification;
import io.rewards.purse.DrawnStore;
import io.rewards.report.LedgerReports;
import io.rewards.report.Verification;
import io.rewards.run.RunRecord;
import io.rewards.store.Kept;
import io.rewards.store.RewardsStore;
import io.rewards.store.Schedule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that moves from one database to another by a file is the same there. */
class StoreFileTest {

    private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

    /** What JSON, tabs of PostgreSQL and sort orders could stumble over. */
    private static final String ODD = "a \"b\"\t\\N \n é 😀 \u2028 '%#/ \uD800";

    @TempDir
    private Path directory;

    private static String drawn = "";
    private static Verification verified;
    private static StoreCounts counts;

    private final List<HikariDataSource> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(HikariDataSource::close);
    }

    private HikariDataSource database(Dialect dialect) {
        HikariDataSource database = dialect == Dialect.POSTGRESQL
                ? Databases.postgres()
                : Databases.sqlite(directory.resolve("store" + open.size() + ".db"));
        open.add(database);
        JdbcStore.migrate(database);
        return database;
    }

    /** A store in which every table has rows, drawn once. */
    @BeforeAll
    static void draw(@TempDir Path directory) {
        try (HikariDataSource database = Databases.sqlite(directory.resolve("drawn.db"))) {
            JdbcStore.migrate(database);
            fill(database);
            drawn = exported(database);
            verified = verified(database);
            counts = StoreCounts.of(database);
        }
    }

    private HikariDataSource filled(Dialect dialect) {
        HikariDataSource database = database(dialect);
        read(database, drawn);
        return database;
    }

    private static void fill(DataSource database) {
        RewardsStore store = JdbcStore.of(database);
        DrawnStore.fill(store, 3, 100);
        SomeSettlement.in(store, new Denomination("EUR", 2), NOON);
        RunRecord run = RunRecord.started(ODD, NOON, LocalDate.of(2025, 3, 1), new TreeMap<>());
        store.save(run);
        store.participants("", 10)
                .forEach(participant -> store.putOff(
                        participant,
                        store.account(participant).orElseThrow().version(),
                        new Schedule(ODD, "stamp", LocalDate.of(2025, 4, 1))));
        store.keep(List.of(notification("N1"), notification("N2"), notification("N3")));
        store.delivered("N2");
        for (String id : List.of("F1", "F2", "F3")) {
            FollowUp followUp = FollowUp.of(
                    new FirstAward(EventHeader.of(id, "P1", "STALL", NOON).from(RaisedEvent.FOLLOW_UP)));
            Databases.execute(
                    database,
                    "insert into rewards_follow_up (event, body) values ('"
                            + followUp.event().key().text() + "', '"
                            + StoredForm.of(followUp).json() + "')");
        }
        Databases.execute(database, "delete from rewards_follow_up where body not like '%F2%'");
        Databases.execute(
                database,
                "insert into rewards_tier_units (participant, event, purchase, counts_on, seen_on, units, denomination,"
                        + " scale) values ('P1', 'A', 'A', '" + Moment.text(NOON) + "', '" + Moment.text(NOON)
                        + "', 500, 'EUR', 2)");
        Databases.execute(
                database, "insert into rewards_refusal (file, line, outcome) values ('F', 12, '{}'), ('F', 3, '{}')");
        Databases.execute(
                database,
                "insert into rewards_name (kind, value, participant) values ('TOKEN', 'drawn', 'P1') on conflict do nothing");
        Databases.execute(
                database,
                "insert into rewards_waiting (event, event_system, event_id, performed_on, participant) values ('E', '',"
                        + " 'E', '2025', 'P1')");
        Databases.execute(
                database,
                "insert into rewards_cancelled (participant, event) values ('" + Text.kept("\uD800\uFFFF")
                        + "', 'E'), ('\uDBFF\uDFFD', 'E'), ('z', 'E')");
    }

    private static Notification notification(String id) {
        return new Notification(id, NotificationKind.AWARD, "P1", "A", NOON, "en", ODD, new TreeMap<>());
    }

    private static String exported(DataSource database) {
        StringWriter text = new StringWriter();
        try {
            StoreFile.export(database, text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    private static long read(DataSource database, String text) {
        try {
            return StoreFile.read(database, "store.jsonl", new BufferedReader(new StringReader(text)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Verification verified(DataSource database) {
        return LedgerReports.of(JdbcStore.of(database), ZoneOffset.UTC).verify();
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatGoesToTheOtherDatabaseAndBackIsTheSame(Dialect dialect) {
        HikariDataSource one = filled(dialect);
        HikariDataSource other = database(dialect == Dialect.SQLITE ? Dialect.POSTGRESQL : Dialect.SQLITE);
        HikariDataSource back = database(dialect);

        assertThat(exported(one)).isEqualTo(drawn);
        read(other, exported(one));
        assertThat(exported(other)).isEqualTo(drawn);
        read(back, exported(other));
        assertThat(exported(back)).isEqualTo(drawn);

        assertThat(verified.problems()).isEmpty();
        assertThat(verified(other)).isEqualTo(verified);
        assertThat(verified(back)).isEqualTo(verified);
        assertThat(StoreCounts.of(other)).isEqualTo(counts).satisfies(all -> {
            assertThat(all.participants()).isGreaterThan(1);
            assertThat(all.events()).isGreaterThan(50);
            assertThat(all.followUps()).isEqualTo(1);
            assertThat(all.notifications()).isEqualTo(2);
            assertThat(all.settlements()).isEqualTo(1);
            assertThat(all.unsettled()).isPositive();
        });
        assertThat(JdbcStore.of(other).notifications(0, 10))
                .isEqualTo(JdbcStore.of(one).notifications(0, 10));
        assertThat(JdbcStore.of(other).latestRun(ODD))
                .isEqualTo(JdbcStore.of(one).latestRun(ODD))
                .isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void numbersThatWereGivenOnceAreNotGivenAgain(Dialect dialect) {
        HikariDataSource moved = database(dialect == Dialect.SQLITE ? Dialect.POSTGRESQL : Dialect.SQLITE);
        read(moved, exported(filled(dialect)));
        RewardsStore store = JdbcStore.of(moved);
        long last = store.notifications(0, 10).get(1).number();

        store.keep(List.of(notification("N4")));
        Databases.execute(moved, "insert into rewards_follow_up (event, body) values ('F4', '{}')");

        assertThat(store.notifications(last, 10)).extracting(Kept::what).containsExactly(notification("N4"));
        Matcher followUps = Pattern.compile("\"last\":(\\d+)}\n\\[(\\d+),.*F2.*\n\\[(\\d+),\"F4\"")
                .matcher(exported(moved));
        assertThat(followUps.find()).isTrue();
        long kept = Long.parseLong(followUps.group(2));
        assertThat(followUps.group(1)).isEqualTo("" + (kept + 2)).isEqualTo(followUps.group(3));
    }

    @ParameterizedTest
    @EnumSource
    void everyTableIsThere(Dialect dialect) throws SQLException {
        HikariDataSource database = filled(dialect);
        List<String> tables = new ArrayList<>();
        String asked = dialect == Dialect.SQLITE
                ? "select name from sqlite_master where type = 'table' and name like 'rewards%' order by name"
                : "select table_name from information_schema.tables where table_schema = current_schema() order by 1";
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(asked)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.remove("rewards_format");

        String file = exported(database);
        assertThat(file.lines().filter(line -> line.startsWith("{\"table\"")))
                .hasSameSizeAs(tables)
                .zipSatisfy(tables, (line, table) -> assertThat(line).startsWith("{\"table\":\"" + table + "\""));
        assertThat(file).as("a table without rows").doesNotContainPattern("(?m)^\\{\"table.*\\n\\{\"");
    }

    @Test
    void theFileBeginsWithTheFormatAndEndsWithTheNumberOfRows() {
        HikariDataSource database = database(Dialect.SQLITE);
        JdbcStore.of(database).keep(List.of(notification("N1")));

        List<String> lines = exported(database).lines().toList();

        assertThat(lines.get(0)).isEqualTo("{\"format\":" + Format.current() + "}");
        assertThat(lines)
                .contains(
                        "{\"table\":\"rewards_notification\",\"columns\":[\"number\",\"id\",\"delivered\",\"claimed_until\","
                                + "\"body\"],\"last\":1}");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("{\"rows\":1}");
        assertThat(StoreCounts.of(database)).isEqualTo(new StoreCounts(0, 0, 0, 0, 1, 0, 0));
    }

    @ParameterizedTest
    @EnumSource
    void onlyAnEmptyStoreTakesAFile(Dialect dialect) {
        HikariDataSource database = filled(dialect);
        String before = exported(database);

        assertThatThrownBy(() -> read(database, before))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The store is not empty: there are rows in rewards_award.");

        assertThat(exported(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsCutOffAnywhereOrWasChangedIsRefusedWhole(Dialect dialect) {
        List<String> lines = drawn.lines().toList();
        HikariDataSource database = database(dialect);
        String empty = exported(database);

        for (int kept : List.of(0, 1, 2, 3, lines.size() / 2, lines.size() - 1)) {
            assertThatThrownBy(() -> read(database, text(lines.subList(0, kept))))
                    .as("%s lines", kept)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("store.jsonl:" + (kept + 1) + ": The file ends here, and is not whole. Export the store"
                            + " again. Nothing was imported.");
        }
        List<String> without = new ArrayList<>(lines);
        without.remove(lines.size() - 2);
        assertThatThrownBy(() -> read(database, text(without))).hasMessageContaining("as many as were read");
        List<String> twice = new ArrayList<>(lines);
        twice.add(3, lines.get(2));
        assertThatThrownBy(() -> read(database, text(twice)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Rows of rewards_award up to here cannot be written: ");
        List<String> more = new ArrayList<>(lines);
        more.add("[]");
        assertThatThrownBy(() -> read(database, text(more))).hasMessageContaining("Nothing may come after");

        assertThat(exported(database)).isEqualTo(empty);
        assertThat(read(database, text(lines))).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":99}|store.jsonl:1: The file has format (99), and this version reads (",
                "{\"id\":\"p1\",\"type\":\"purchase\"}|store.jsonl:1: The file is not one of a store",
                "[1]|store.jsonl:1: The file is not one of a store",
                "not json|store.jsonl:1: The line is no JSON: ",
                "{\"format\":3}\n{\"table\":\"other\",\"columns\":[]}|store.jsonl:2: The line must begin the table"
                        + " rewards_award with the columns [participant, lot, "
            })
    void anotherFileIsRefused(String fileAndMessage) {
        int bar = fileAndMessage.indexOf('|');
        HikariDataSource database = database(Dialect.SQLITE);

        assertThatThrownBy(() -> read(database, fileAndMessage.substring(0, bar) + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(fileAndMessage.substring(bar + 1))
                .hasMessageEndingWith("Nothing was imported.");
    }

    private static String text(List<String> lines) {
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }
}
