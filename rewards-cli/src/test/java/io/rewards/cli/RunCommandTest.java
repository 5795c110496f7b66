package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {

    private static final String NOON = "2025-03-02T12:00:00Z";

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void decidesWhatWaitsAndReports() {
        CommandRun run = run(
                List.of("--as-of", NOON),
                queued("p1", "2025-03-01", "12.00"),
                queued("p2", "2025-03-02", "13.00"),
                queued("p3", "2025-03-02", "9.00"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().skip(1))
                .containsExactly(
                        "5 events before Sun 2025-03-02 12:00: 3 queued",
                        "",
                        "Run EVERYTHING as of Sun 2025-03-02 12:00",
                        "  events decided         3",
                        "  visits                 1",
                        "  awards                 3",
                        "  awarded         2.50 EUR",
                        "  failures               0",
                        "",
                        "Offers   awards   awarded",
                        "  TEN         2  2.00 EUR",
                        "  TWICE       1  0.50 EUR");
        assertThat(run.out()).startsWith("Kiosk, version 7, rule pack ");
    }

    @Test
    void whatARunRecordedIsWrittenForOtherProgramsToGoOn() {
        Path csv = directory.resolve("run.csv");
        Path outcomes = directory.resolve("outcomes.jsonl");
        List<String> files = List.of("--csv", csv.toString(), "--outcomes", outcomes.toString());
        List<String> once =
                Stream.concat(Stream.of("--as-of", NOON), files.stream()).toList();
        assertThat(run(once, queued("p1", "2025-03-01", "12.00")).code()).isEqualTo(ExitCode.OK);
        assertThat(csv)
                .content()
                .satisfies(text -> assertThat(text.lines())
                        .containsExactly(
                                String.join(",", TransactionRows.COLUMNS),
                                "2025-03-02T12:00:00Z,2025-03-01T10:00:00Z,ada,AWARD,TEN,1.00,EUR,AWARD_EXPENSE,COMMERCE,"
                                        + "p1,p1,p1#TEN"));
        assertThat(outcomes)
                .content()
                .satisfies(text -> assertThat(text.lines())
                        .extracting(
                                line -> line.replaceAll(".*?\"id\":\"([^\"]+)\".*?\"status\":\"(\\w+)\".*", "$1 $2"))
                        .containsExactly("r1 PROCESSED", "s1 PROCESSED", "p1 QUEUED", "p1 PROCESSED"));
        List<String> daily = Stream.concat(
                        Stream.of("--from", "2025-03-01", "--through", "2025-03-02", "--at", "12:00"), files.stream())
                .toList();
        assertThat(run(daily, queued("p1", "2025-03-01", "12.00")).code()).isEqualTo(ExitCode.OK);
        assertThat(csv).content().satisfies(text -> assertThat(text.lines()).hasSize(2));
        assertThat(outcomes)
                .content()
                .satisfies(text -> assertThat(text.lines()).hasSize(4));
    }

    @Test
    void eventsFromTheInstantOnAreLeftOut() {
        String atNoon = queued("p1", "2025-03-02", "12.00").replace("T10:00", "T12:00");
        assertThat(run(List.of("--as-of", NOON), atNoon).row("events decided")).contains("0");
        assertThat(run(List.of("--as-of", "2025-03-02T12:00:00.001Z"), atNoon).row("events decided"))
                .contains("1");
        assertThat(run(List.of("--as-of", "2025-03-02T11:59:59.999Z"), atNoon).row("events decided"))
                .contains("0");
    }

    @Test
    void anEventThatCameToBeKnownLaterIsLeftOut() {
        String late = queued("p1", "2025-03-01", "12.00")
                .replace("\"lines\"", "\"receivedOn\":\"2025-03-03T00:00:00Z\",\"lines\"");
        assertThat(run(List.of("--as-of", NOON), late).out()).contains("2 events before");
    }

    @Test
    void anEventBehindALaterOneInTheFileStillCounts() {
        CommandRun run =
                run(List.of("--as-of", NOON), queued("p2", "2025-03-03", "12.00"), queued("p1", "2025-03-01", "12.00"));
        assertThat(run.row("events decided")).contains("1");
    }

    @Test
    void aPreviewSaysTheSame() {
        List<String> once = List.of("--as-of", NOON);
        List<String> preview = List.of("--as-of", NOON, "--preview");
        String purchase = queued("p1", "2025-03-01", "12.00");
        assertThat(run(preview, purchase).out().replace("Preview of run", "Run"))
                .isEqualTo(run(once, purchase).out());
    }

    @Test
    void executesARunOfTheProgramme() {
        String visitsOnly = kiosk.file(
                "runs.yaml",
                Kiosk.PROGRAMME
                        + "runs: [{code: NIGHTLY, typesIncluded: [VISITS], recurrence: {rule: FREQ=DAILY, start: \"2025-01-01T02:00\"}}]\n");
        CommandRun run = CommandRun.of(
                "run",
                "--programme",
                visitsOnly,
                "--events",
                kiosk.events(queued("p1", "2025-03-01", "12.00"), queued("p2", "2025-03-01", "12.00")),
                "--run",
                "NIGHTLY",
                "--as-of",
                NOON);
        assertThat(run.err()).isEmpty();
        assertThat(run.row("TWICE")).containsExactly("TWICE", "1", "0.50 EUR");
        assertThat(run.out())
                .contains("Run NIGHTLY as of Sun 2025-03-02 12:00", "The next run is due Mon 2025-03-03 02:00.")
                .doesNotContain("TEN");
    }

    @Test
    void runsEveryDayBetweenTheEventsAndTellsTheDaysWithAwards() {
        CommandRun run = run(
                List.of("--from", "2025-03-01", "--through", "2025-03-04", "--at", "02:00"),
                queued("p1", "2025-03-01", "12.00"),
                queued("p2", "2025-03-02", "12.00"),
                queued("p3", "2025-03-02", "9.00"),
                queued("p4", "2025-03-05", "99.00"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().skip(1))
                .containsExactly(
                        "5 events before Tue 2025-03-04 02:00: 3 queued",
                        "",
                        "Run EVERYTHING, every day at 02:00",
                        "  Sun 2025-03-02   1 award  1.00 EUR",
                        "  Mon 2025-03-03  2 awards  1.50 EUR",
                        "  4 runs, 2 with awards: 3 awards, 2.50 EUR",
                        "",
                        "Offers   awards   awarded",
                        "  TEN         2  2.00 EUR",
                        "  TWICE       1  0.50 EUR");
    }

    @Test
    void theTimeOfDailyRunsIsOnTheClockOfTheProgramme() {
        String summer = queued("p1", "2025-07-01", "12.00").replace("T10:00:00Z", "T08:30:00Z");
        assertThat(run(List.of("--from", "2025-07-01", "--through", "2025-07-01", "--at", "09:30"), summer)
                        .out())
                .as("half past nine in Dublin is the very instant of the purchase, which the run therefore misses")
                .contains("1 run, 0 with awards: 0 awards");
        assertThat(run(List.of("--from", "2025-07-01", "--through", "2025-07-01", "--at", "09:31"), summer)
                        .out())
                .contains("1 run, 1 with awards: 1 award, 1.00 EUR");
    }

    @Test
    void refusedEventsAndBrokenLinesAreReported() {
        CommandRun run = run(List.of("--as-of", NOON), "broken", Kiosk.purchase("p1", "2025-03-01", "-1.00"));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("events.jsonl:3: ");
        assertThat(run.out()).contains("3 events before Sun 2025-03-02 12:00: 1 refused, 1 broken line");
    }

    @Test
    void aParticipantWhoCannotBeDecidedIsReportedAndTheOthersAreDecided() {
        String huge = kiosk.file(
                "huge.yaml",
                Kiosk.PROGRAMME
                        .replace("currency: EUR}", "currency: EUR, maximumPercentage: 1000000}")
                        .replace("award: {amount: 1.00}", "award: {percentage: 1000000}"));
        String events = kiosk.events(
                Kiosk.REGISTERED.replace("ada", "bob").replace("r1", "r2"),
                Kiosk.SIGNED_UP.replace("ada", "bob").replace("s1", "s2"),
                queued("b1", "2025-03-01", "20.00").replace("ada", "bob"),
                queued("p1", "2025-03-01", "9999999999999.00"));
        CommandRun run = CommandRun.of("run", "--programme", huge, "--events", events, "--as-of", NOON);
        assertThat(run.err()).startsWith("The participant (ada) could not be decided: ");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.row("failures")).containsExactly("failures", "1");
        assertThat(run.row("events decided")).containsExactly("events decided", "1");
        CommandRun daily = CommandRun.of(
                "run",
                "--programme",
                huge,
                "--events",
                events,
                "--from",
                "2025-03-02",
                "--through",
                "2025-03-02",
                "--at",
                "12:00");
        assertThat(daily.code()).isEqualTo(ExitCode.FAILED);
        assertThat(daily.err()).isEqualTo(run.err());
        assertThat(daily.out()).contains("1 run, 1 with awards: 1 award, 200,000.00 EUR; 1 failure");
    }

    @Test
    void whatIsNotThereIsWrongUsage() {
        assertUnusable(List.of(), "When to run is missing: --as-of, or --from, --through and --at.");
        assertUnusable(
                List.of("--as-of", NOON, "--at", "02:00"),
                "--as-of is for one run, --from, --through and --at are for one every day; both were given.");
        assertUnusable(List.of("--from", "2025-03-01"), "A run every day needs --from, --through and --at.");
        assertUnusable(
                List.of("--from", "2025-03-02", "--through", "2025-03-01", "--at", "02:00"),
                "The days (2025-03-02 through 2025-03-01) must not end before they start.");
        assertUnusable(
                List.of("--from", "2025-03-01", "--through", "2025-03-01", "--at", "02:00", "--preview"),
                "--preview is for one run: --as-of.");
        assertUnusable(
                List.of("--as-of", NOON, "--run", "NONE"), "The run (NONE) is not in the programme; it has none.");
        assertThat(run(List.of("--as-of", "noon")).err()).contains("The instant (noon) must be written in UTC");
        assertThat(run(List.of("--at", "2 o'clock")).err())
                .contains("The time (2 o'clock) must be written like 02:30.");
        assertThat(run(List.of("--from", "March")).err()).contains("The day (March) must be written like 2025-12-31.");
    }

    private void assertUnusable(List<String> options, String message) {
        CommandRun run = run(options);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly(message, "Try: rewards run --help");
    }

    private static String queued(String id, String day, String total) {
        return Kiosk.purchase(id, day, total).replace("\"lines\"", "\"processImmediately\":false,\"lines\"");
    }

    private CommandRun run(List<String> options, String... lines) {
        List<String> args =
                new ArrayList<>(List.of("run", "--programme", kiosk.programme(), "--events", kiosk.events(lines)));
        args.addAll(options);
        return CommandRun.of(args.toArray(String[]::new));
    }
}
