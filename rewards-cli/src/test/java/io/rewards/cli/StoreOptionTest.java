package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that go on from what a store holds say what they say of a file of the same events. */
final class StoreOptionTest {

    private static final String[] LINES = {
        Kiosk.purchase("p1", "2025-03-01", "12.00"),
        Kiosk.purchase("p2", "2025-03-02", "9.99"),
        Kiosk.purchase("p3", "2025-03-03", "30.00"),
        Kiosk.goodsReturn("b1", "2025-03-04", "p1")
    };

    @TempDir
    private Path directory;

    private Kiosk kiosk;
    private String store;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
        store = directory.resolve("rewards.db").toString();
    }

    @Test
    void whatIsShownOfAStoreIsWhatIsShownOfItsEvents() {
        String postgres = Postgres.database();
        CommandRun.of("store", "init", "--store", postgres);
        String events = kiosk.events(LINES);
        CommandRun evaluated = kiosk.evaluate(LINES);
        for (String each : List.of(store, postgres)) {
            assertThat(kiosk.evaluateInto(each, LINES)).isEqualTo(evaluated);
            for (List<String> command : List.of(
                    List.of("verify", "--participant", "ada"),
                    List.of("statement", "--participant", "ada", "--through", "2025-12-31"),
                    List.of("liability", "--from-month", "2025-01", "--through-month", "2025-12"),
                    List.of("transactions", "--participant", "ada"),
                    List.of("transactions", "--kind", "AWARD"),
                    List.of("participants", "--as-of", "2025-06-01T00:00:00Z"),
                    List.of("participants", "--as-of", "2025-06-01T00:00:00Z", "--participant", "ada"),
                    List.of("participants", "--memberships", "--as-of", "2025-06-01T00:00:00Z", "--name", "byrne"),
                    List.of("expire", "--preview", "--as-of", "2030-01-01T00:00:00Z"),
                    List.of("run", "--preview", "--as-of", "2025-06-01T00:00:00Z"),
                    List.of("explain", "--event", "p2"),
                    List.of("explain", "--participant", "ada", "--as-of", "2025-06-01T00:00:00Z"))) {
                CommandRun ofStore = run(command, "--store", each);
                CommandRun ofFile = run(command, "--events", events);
                assertThat(withoutReplay(ofStore)).as(command.toString()).isEqualTo(withoutReplay(ofFile));
                assertThat(ofStore.code()).isEqualTo(ExitCode.OK);
            }
        }
        assertThat(CommandRun.of("store", "check", "--store", store).row("events"))
                .as("nothing was recorded by looking")
                .containsExactly("events", "6");
    }

    private static String withoutReplay(CommandRun run) {
        return run.out().replaceFirst("(?m)^\\d+ events before .*\\n", "") + run.err();
    }

    @Test
    void anEventThatIsNotRecordedYetIsExplainedByWhatTheStoreHolds() {
        kiosk.evaluateInto(store, LINES);
        String next = kiosk.file("next.jsonl", Kiosk.purchase("p4", "2025-03-05", "12.00") + "\n");

        CommandRun run = run(List.of("explain", "--event", "p4", "--events", next), "--store", store);

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("purchase p4").contains("Ada Byrne");
        assertThat(run(List.of("explain", "--event", "p4"), "--store", store).err())
                .contains("The event (p4) is not in " + store + ".");
    }

    @Test
    void eventsGoOnWhereAnEarlierFileEnded() {
        kiosk.evaluateInto(store, LINES[0], LINES[1]);

        CommandRun run = kiosk.evaluateInto(store, LINES);

        CommandRun whole = kiosk.evaluate(LINES);
        assertThat(run.row("Events")).containsExactly("Events", "processed", "repeated");
        assertThat(run.row("purchase")).containsExactly("purchase", "1", "2");
        assertThat(run.row("EUR")).isEqualTo(whole.row("EUR"));
        assertThat(run(List.of("verify"), "--store", store).row("seal"))
                .isEqualTo(
                        run(List.of("verify"), "--events", kiosk.events(LINES)).row("seal"));
    }

    @Test
    void runsAndExpirationsAreKeptAndOfDaysThatAreOverNotRepeated() {
        kiosk.evaluateInto(
                store,
                Kiosk.purchase("p1", "2025-03-01", "12.00")
                        .replace("\"lines\"", "\"processImmediately\":false,\"lines\""));
        List<String> daily = List.of("run", "--from", "2025-03-02", "--through", "2025-03-04", "--at", "02:00");

        CommandRun first = run(daily, "--store", store);
        CommandRun again = run(daily, "--store", store);

        assertThat(first.code()).isEqualTo(ExitCode.OK);
        assertThat(first.row("TEN")).containsExactly("TEN", "1", "1.00 EUR");
        assertThat(again.code()).isEqualTo(ExitCode.OK);
        assertThat(again.out()).doesNotContain("TEN");
        assertThat(run(List.of("transactions"), "--store", store).out()).endsWith("\n1 transaction\n");
    }

    @Test
    void aPreviewOverAStoreRecordsNothing() {
        kiosk.evaluateInto(store, LINES[0]);
        String more = kiosk.events(LINES);

        CommandRun run =
                run(List.of("run", "--preview", "--as-of", "2025-06-01T00:00:00Z", "--events", more), "--store", store);

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("6 events before");
        assertThat(CommandRun.of("store", "check", "--store", store).row("events"))
                .containsExactly("events", "3");
    }

    @Test
    void aProgrammeThatDoesNotFitTheStoreIsRefused() {
        kiosk.evaluateInto(store, LINES);
        String other = kiosk.file("other.yaml", Kiosk.PROGRAMME.replace("currency: EUR", "currency: GBP"));

        CommandRun run = CommandRun.of("verify", "--programme", other, "--store", store);

        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("EUR").doesNotContain("\tat ");
    }

    @Test
    void whatDoesNotGoTogetherIsWrongUsage() {
        kiosk.evaluateInto(store, LINES);
        String events = kiosk.events(LINES);
        assertWrong(
                List.of("verify", "--events", events),
                "--store shows what the store holds, --events what comes of a file; both were given.");
        assertWrong(
                List.of("liability", "--runs-at", "02:00"),
                "--runs-at executes runs between the events of a file; a store has had its own.");
        assertWrong(
                List.of("transactions", "--as-of", "2025-06-01T00:00:00Z"),
                "--as-of leaves out later events of a file; a store has them.");
        assertWrong(List.of("evaluate"), "Missing required option: '--events=FILE'");
        assertWrong(
                List.of("statement", "--participant", "eve"),
                "The participant (eve) is not in " + store + ", or not yet registered.");
    }

    private void assertWrong(List<String> command, String message) {
        CommandRun run = run(command, "--store", store);
        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).startsWith(message);
    }

    private CommandRun run(List<String> command, String... more) {
        List<String> args = new ArrayList<>(command);
        Stream.of("--programme", kiosk.programme()).forEach(args::add);
        Stream.of(more).forEach(args::add);
        return CommandRun.of(args.toArray(String[]::new));
    }
}
