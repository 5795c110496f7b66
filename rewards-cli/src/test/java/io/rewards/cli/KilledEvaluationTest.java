package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.CustomerEvent;
import io.rewards.examples.shop.CornerShop;
import io.rewards.json.EventWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose evaluation is killed again and again ends as one that was evaluated in peace. */
final class KilledEvaluationTest {

    private static final int EVENTS = 1_000;
    private static final List<Integer> KILLED_AFTER = List.of(1, 300, 700);

    @TempDir
    private Path directory;

    private String programme;
    private String events;

    @BeforeEach
    void write() throws IOException {
        programme = Files.writeString(directory.resolve("programme.yaml"), CornerShop.programme())
                .toString();
        List<String> lines = new ArrayList<>();
        for (CustomerEvent event : CornerShop.events(1)) {
            if (lines.size() < EVENTS) {
                lines.add(EventWriter.write(event));
            }
        }
        // Refused when its turn comes; after the registration, which comes much later, it would be taken.
        lines.add(60, """
                {"id":"early","type":"purchase","participant":"late","unit":"MAIN-STREET","performedOn":"2025-01-03T10:00:00Z",\
                "receivedOn":"2025-01-03T10:00:00Z","lines":[{"product":"BREAD","quantity":1,"total":"40.00"}]}""");
        lines.add(170, """
                {"id":"registered","type":"participant_registered","participant":"late","unit":"MAIN-STREET",\
                "performedOn":"2025-01-02T10:00:00Z","receivedOn":"2025-01-20T10:00:00Z"}""");
        events = Files.write(directory.resolve("events.jsonl"), lines).toString();
    }

    @Test
    void endsAsInPeace() throws IOException, InterruptedException, SQLException {
        CommandRun peaceful = evaluate("peaceful.db", "peaceful.jsonl");
        assertThat(peaceful.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(peaceful.out()).contains("  4  participant: The participant (...) is not registered.");

        for (int recorded : KILLED_AFTER) {
            killed(recorded);
        }
        CommandRun last = evaluate("killed.db", "killed.jsonl");

        assertThat(last.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(last.out()).contains("  4  participant: The participant (...) is not registered.");
        assertThat(last.row("Events")).containsExactly("Events", "processed", "queued", "refused", "repeated");
        assertThat(directory.resolve("killed.jsonl")).hasSameBinaryContentAs(directory.resolve("peaceful.jsonl"));
        assertThat(exported("killed.db")).hasSameBinaryContentAs(exported("peaceful.db"));
        assertThat(evaluate("killed.db", "again.jsonl").out())
                .as("when the whole file comes again, everything that is not recorded is decided again")
                .contains("  3  participant: The participant (...) is not registered.");
    }

    private CommandRun evaluate(String store, String outcomes) {
        return CommandRun.of(arguments(store, outcomes).toArray(String[]::new));
    }

    private List<String> arguments(String store, String outcomes) {
        return List.of(
                "evaluate",
                "--programme",
                programme,
                "--events",
                events,
                "--store",
                directory.resolve(store).toString(),
                "--outcomes",
                directory.resolve(outcomes).toString());
    }

    /** A process that is killed as soon as so many events are recorded. */
    private void killed(int recorded) throws IOException, InterruptedException, SQLException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                Rewards.class.getName()));
        command.addAll(arguments("killed.db", "killed.jsonl"));
        File out = directory.resolve("out.txt").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out);
        builder.environment()
                .put(
                        "CLASSPATH",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        Process process = builder.start();
        while (process.isAlive() && recorded() < recorded) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertThat(process.isAlive()).as(Files.readString(out.toPath())).isTrue();
        process.destroyForcibly().waitFor();
        assertThat(recorded()).isBetween(recorded, EVENTS - 10);
    }

    private int recorded() throws SQLException {
        Path store = directory.resolve("killed.db");
        if (Files.notExists(store)) {
            return 0;
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store + "?busy_timeout=10000");
                Statement statement = connection.createStatement();
                ResultSet tables =
                        statement.executeQuery("select count(*) from sqlite_master where name = 'rewards_event'")) {
            if (tables.getInt(1) == 0) {
                return 0;
            }
            try (ResultSet rows = statement.executeQuery("select count(*) from rewards_event")) {
                return rows.getInt(1);
            }
        }
    }

    private Path exported(String store) {
        Path output = directory.resolve(store + ".jsonl");
        CommandRun.of("store", "export", "--store", directory.resolve(store).toString(), "--output", output.toString());
        return output;
    }
}
