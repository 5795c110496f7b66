package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.jdbc.JdbcStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that are made, checked and moved, and those that cannot be used. */
final class StoreCommandTest {

    private static final int FORMAT = JdbcStore.currentFormat();

    @TempDir
    private Path directory;

    private Kiosk kiosk;
    private String file;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
        file = directory.resolve("rewards.db").toString();
    }

    @Test
    void initMakesAStoreAndLeavesOneThatIsThereAlone() {
        assertThat(CommandRun.of("store", "init", "--store", file))
                .isEqualTo(new CommandRun(0, "The store (" + file + ") is ready, in format " + FORMAT + ".\n", ""));
        assertThat(CommandRun.of("store", "init", "--store", file))
                .isEqualTo(new CommandRun(
                        0, "The store (" + file + ") is ready already, in format " + FORMAT + ".\n", ""));

        CommandRun check = CommandRun.of("store", "check", "--store", file);
        assertThat(check.code()).isEqualTo(ExitCode.OK);
        assertThat(check.row("format")).containsExactly("format", "" + FORMAT);
        assertThat(check.row("participants")).containsExactly("participants", "0");
    }

    @Test
    void checkCountsWhatIsThereAndVerifiesIt() {
        kiosk.evaluateInto(file, Kiosk.purchase("p1", "2025-03-01", "12.00"));

        CommandRun check = CommandRun.of("store", "check", "--store", file);

        assertThat(check.err()).isEmpty();
        assertThat(check.code()).isEqualTo(ExitCode.OK);
        assertThat(check.row("events")).containsExactly("events", "3");
        assertThat(check.row("open follow-ups")).containsExactly("open follow-ups", "0");
        assertThat(check.row("notifications to deliver")).containsExactly("notifications to deliver", "0");
        assertThat(check.row("participants")).containsExactly("participants", "1");
        assertThat(check.row("transactions")).containsExactly("transactions", "1");
        assertThat(check.row("seal").get(1)).hasSize(64);
    }

    @Test
    void checkFindsMoneyThatWasMadeByOtherMeans() throws SQLException {
        kiosk.evaluateInto(file, Kiosk.purchase("p1", "2025-03-01", "12.00"));
        execute("update rewards_lot set body = replace(body, '1.00', '9.00')");

        CommandRun check = CommandRun.of("store", "check", "--store", file);

        assertThat(check.code()).isEqualTo(ExitCode.FAILED);
        assertThat(check.err()).contains("participants[ada]");
    }

    @Test
    void aStoreMovesToPostgresAndBackAndIsTheSame() throws IOException {
        kiosk.evaluateInto(
                file,
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                Kiosk.purchase("p2", "2025-03-02", "12.00"),
                Kiosk.goodsReturn("b1", "2025-03-03", "p1"));
        String postgres = Postgres.database();
        String back = directory.resolve("back.db").toString();

        assertThat(CommandRun.of("store", "init", "--store", postgres).out())
                .contains(" is ready, in format " + FORMAT + ".");
        String first = exported(file, "1.jsonl");
        assertThat(CommandRun.of("store", "import", first, "--store", postgres).code())
                .isEqualTo(ExitCode.OK);
        String second = exported(postgres, "2.jsonl");
        CommandRun read = CommandRun.of("store", "import", second, "--store", back);
        String third = exported(back, "3.jsonl");

        assertThat(read.err()).isEmpty();
        assertThat(read.out()).matches("\\d+ rows read into " + back + "\n");
        assertThat(Path.of(second)).hasSameBinaryContentAs(Path.of(first));
        assertThat(Path.of(third)).hasSameBinaryContentAs(Path.of(first));
        List<String> seal = CommandRun.of("store", "check", "--store", file).row("seal");
        assertThat(CommandRun.of("store", "check", "--store", postgres).row("seal"))
                .isEqualTo(seal);
        assertThat(CommandRun.of("store", "check", "--store", back).row("seal")).isEqualTo(seal);

        CommandRun again = CommandRun.of("store", "import", first, "--store", postgres);
        assertUnusable(again, "The store is not empty: there are rows in rewards_award.");
        assertThat(again.err()).doesNotContain("geheim");
    }

    private String exported(String store, String name) {
        String output = directory.resolve(name).toString();
        assertThat(CommandRun.of("store", "export", "--store", store, "--output", output))
                .satisfies(run -> assertThat(run.err()).isEmpty())
                .satisfies(run -> assertThat(run.out()).doesNotContain("geheim"))
                .extracting(CommandRun::code)
                .isEqualTo(ExitCode.OK);
        return output;
    }

    @Test
    void aFileThatIsNotWholeChangesNothing() throws IOException {
        kiosk.evaluateInto(file, Kiosk.purchase("p1", "2025-03-01", "12.00"));
        List<String> lines = Files.readAllLines(Path.of(exported(file, "1.jsonl")));
        String cut = kiosk.file("cut.jsonl", String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        String other = directory.resolve("other.db").toString();

        assertUnusable(
                CommandRun.of("store", "import", cut, "--store", other),
                cut + ":" + lines.size() + ": The file ends here, and is not whole.");
        assertThat(CommandRun.of("store", "check", "--store", other).row("events"))
                .containsExactly("events", "0");
    }

    @Test
    void whatCannotBeUsedIsOneClearLine() throws SQLException {
        String text = kiosk.file("text.db", "This is no database, and long enough to look like one.".repeat(20));
        assertUnusable(check(text), "The store (" + text + ") cannot be opened: ", "not a database");
        assertUnusable(
                check(file),
                "The store (" + file + ") does not exist. Make it ready with: rewards store init --store " + file);
        assertUnusable(check(directory.toString()), "must be a file, not a directory.");
        String lost = directory.resolve("none/rewards.db").toString();
        assertUnusable(
                CommandRun.of("store", "init", "--store", lost),
                "The store (" + lost + ") cannot be made: its directory does not exist.");
        execute("create table other (id text)");
        assertUnusable(
                check(file),
                "The store (" + file + ") has no tables yet. Make it ready with: rewards store init --store " + file);
        assertUnusable(kiosk.evaluateInto(file), "has no tables yet.");
        CommandRun.of("store", "init", "--store", file);
        execute("insert into rewards_format (format) values (99)");
        for (CommandRun run : List.of(check(file), CommandRun.of("store", "init", "--store", file))) {
            assertUnusable(
                    run,
                    "The store (" + file + ") cannot be used. The tables have format (99), and this version knows up to"
                            + " (" + FORMAT + "). Use the version that wrote them, or a newer one.");
        }
    }

    @Test
    void addressesThatAreNoneAreToldWithoutTheirPasswords() {
        assertUnusable(
                check("mysql://root:geheim@localhost/shop"), "The store (mysql://...@localhost/shop) must be a file");
        assertUnusable(check("postgresql://me:geheim@localhost/shop"), "must be a file, such as rewards.db, or jdbc:");
        assertUnusable(check("jdbc:postgresql://me:geheim@localhost/shop"), "must be a file, such as rewards.db, or");
        assertUnusable(check("jdbc:sqlite:rewards.db"), "The store (jdbc:sqlite:rewards.db) must be a file");
        assertUnusable(
                check("jdbc:postgresql://localhost:1/shop?user=me&password=geheim"),
                "The store (jdbc:postgresql://localhost:1/shop) cannot be opened: ",
                "See that the server is there, and that database, user and password are right.");
        assertUnusable(
                check("jdbc:postgresql://local host:x/shop?user=me&password=geheim und mehr"),
                "The store (jdbc:postgresql://local host:x/shop) cannot be opened: its address is none of PostgreSQL.");
        CommandRun mistyped = CommandRun.of(
                "verify", "--programme", "p.yaml", "--stoer=jdbc:postgresql://localhost/shop?user=me&password=geheim");
        assertThat(mistyped.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(mistyped.err()).contains("--stoer").doesNotContain("geheim");
    }

    @Test
    void aDatabaseOfPostgresWithoutTablesOrThatIsNotThereIsRefused() {
        String postgres = Postgres.database();
        String shown = postgres.replaceFirst("\\?.*", "");
        assertUnusable(
                kiosk.evaluateInto(postgres),
                "The store (" + shown + ") has no tables yet. Make it ready with: rewards store init --store " + shown);
        assertUnusable(
                check(postgres.replaceFirst("rewards_\\d+", "nowhere")),
                "cannot be opened: FATAL: database \"nowhere\" does not exist.");
    }

    @Test
    void aStoreMustBeNamedAndIsNotWrittenOver() {
        assertThat(CommandRun.of("store", "check").err())
                .isEqualTo("Missing required option: '--store=STORE'\nTry: rewards store check --help\n");
        assertThat(CommandRun.of("store").err()).contains("What to do is missing: init, check, export or import.");
        CommandRun.of("store", "init", "--store", file);
        assertThat(CommandRun.of("store", "export", "--store", file, "--output", file)
                        .err())
                .contains("of --output must not be the one that is read.");
        assertThat(CommandRun.of(
                                "evaluate",
                                "--programme",
                                kiosk.programme(),
                                "--events",
                                kiosk.events(),
                                "--store",
                                file,
                                "--outcomes",
                                file)
                        .err())
                .contains("of --outcomes must not be the one that is read.");
    }

    private static CommandRun check(String store) {
        return CommandRun.of("store", "check", "--store", store);
    }

    private static void assertUnusable(CommandRun run, String... says) {
        assertThat(run.err()).contains(says).doesNotContain("geheim", "\tat ");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
