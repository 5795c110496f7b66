package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatementCommandTest {

    private static final String ADJUSTED = """
            {"type":"balance_adjusted","id":"a1","participant":"ada","unit":"SHOP","performedOn":"2025-03-04T10:00:00Z",\
            "amount":"5.00","reason":"=1+1, \\"sorry\\"","user":"carol"}""";

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void printsWhatMovedAndWhy() {
        CommandRun run = run(
                List.of(),
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                Kiosk.purchase("p2", "2025-03-02", "3.00").replace("10:00", "18:00"),
                ADJUSTED);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().skip(1).limit(10))
                .containsExactly(
                        "",
                        "Statement of Ada Byrne (ada), Thu 2025-01-02 through Tue 2025-03-04",
                        "  Recorded                                                       Change   Balance",
                        "                        Opening balance                                  0.00 EUR",
                        "  Sat 2025-03-01 10:00  Award of TEN for purchase p1           1.00 EUR  1.00 EUR",
                        "  Sun 2025-03-02 18:00  Award of TWICE for purchase p2         0.50 EUR  1.50 EUR",
                        "  Sun 2025-03-02 18:00  Freed by purchase p2                          -  1.50 EUR",
                        "  Sun 2025-03-02 18:00  Spent on purchase p2                  -0.50 EUR  1.00 EUR",
                        "  Tue 2025-03-04 10:00  Given by hand: =1+1, \"sorry\" (carol)   5.00 EUR  6.00 EUR",
                        "                        Closing balance                                  6.00 EUR");
        assertThat(run.out()).contains("Head of the journal by then  ").startsWith("Kiosk, version 7, rule pack ");
    }

    @Test
    void daysAreBothInside() {
        List<String> lines = List.of(
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                Kiosk.purchase("p2", "2025-03-02", "13.00").replace("BREAD", "CAKE"),
                Kiosk.purchase("p3", "2025-03-03", "14.00"));
        CommandRun one = run(List.of("--from", "2025-03-03", "--through", "2025-03-03"), lines.toArray(String[]::new));
        assertThat(one.out()).contains("for purchase p3").doesNotContain("for purchase p2");
        assertThat(one.row("Opening balance")).containsExactly("Opening balance", "2.00 EUR");
        assertThat(one.row("Closing balance")).containsExactly("Closing balance", "3.00 EUR");
        CommandRun before = run(List.of("--through", "2025-03-02"), lines.toArray(String[]::new));
        assertThat(before.out()).contains("for purchase p2").doesNotContain("for purchase p3");
        assertThat(before.row("Closing balance")).containsExactly("Closing balance", "2.00 EUR");
    }

    @Test
    void anEventThatCameLateSaysWhenItCounts() {
        String late = Kiosk.purchase("p1", "2025-03-01", "12.00")
                .replace("\"lines\"", "\"receivedOn\":\"2025-03-03T09:00:00Z\",\"lines\"");
        assertThat(run(List.of(), late).out())
                .contains("  Mon 2025-03-03 09:00  Award of TEN for purchase p1  1.00 EUR  1.00 EUR"
                        + "  counts on Sat 2025-03-01 10:00");
    }

    @Test
    void writesTheSameAsCsv() throws IOException {
        Path csv = directory.resolve("statement.csv");
        CommandRun run = run(List.of("--csv", csv.toString()), Kiosk.purchase("p1", "2025-03-01", "12.00"), ADJUSTED);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(csv).lines())
                .containsExactly(
                        "number,recorded_on,counts_on,kind,why,change,denomination,balance,from,to,amount,event,purchase,"
                                + "lot,reason,user",
                        ",,,OPENING_BALANCE,,,EUR,0.00,,,,,,,,",
                        "1,2025-03-01T10:00:00Z,2025-03-01T10:00:00Z,AWARD,Award of TEN for purchase p1,1.00,EUR,1.00,"
                                + "AWARD_EXPENSE,COMMERCE,1.00,p1,p1,p1#TEN,,",
                        "2,2025-03-04T10:00:00Z,2025-03-04T10:00:00Z,ADJUSTMENT,"
                                + "\"Given by hand: =1+1, \"\"sorry\"\" (carol)\",5.00,EUR,6.00,ADJUSTMENTS,OPEN,5.00,a1,,"
                                + "a1#money,\"'=1+1, \"\"sorry\"\"\",carol",
                        ",,,CLOSING_BALANCE,,,EUR,6.00,,,,,,,,");
    }

    @Test
    void expiredMoneyIsThereWhereRunsAre() {
        String expiring = kiosk.file(
                "expiring.yaml",
                Kiosk.PROGRAMME.replace(
                        "award: {amount: 1.00}",
                        "award: {amount: 1.00}\n    awardValidity: {expires: {after: 3 DAYS}}"));
        String events =
                kiosk.events(Kiosk.purchase("p1", "2025-03-01", "12.00"), Kiosk.purchase("p2", "2025-03-05", "1.00"));
        CommandRun run = CommandRun.of(
                "statement", "--programme", expiring, "--events", events, "--participant", "ada", "--runs-at", "02:00");
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("  Tue 2025-03-04 02:00  Expired on 2025-03-03")
                .contains("-1.00 EUR");
    }

    @Test
    void whoeverHasNoMoneyHasAnEmptyStatement() {
        CommandRun run = run(List.of());
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains(
                        "Statement of Ada Byrne (ada), Thu 2025-01-02 through Thu 2025-01-02", "  No money has moved.");
    }

    @Test
    void refusedEventsAndBrokenLinesAreReported() {
        CommandRun run = run(List.of(), "broken", Kiosk.purchase("p1", "2025-03-01", "12.00"));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("events.jsonl:3: ");
        assertThat(run.out()).contains("for purchase p1");
    }

    @Test
    void whatIsNotThereIsWrongUsage() {
        assertUnusable(
                List.of("--participant", "eve"),
                "The participant (eve) is not in " + directory.resolve("events.jsonl") + ", or not yet registered.");
        assertUnusable(
                List.of("--participant", "ada", "--from", "2025-03-02", "--through", "2025-03-01"),
                "The days (2025-03-02 through 2025-03-01) must not end before they start.");
        assertUnusable(
                List.of("--participant", "ada", "--from", "2025-03-02"),
                "The days (2025-03-02 through 2025-01-02) must not end before they start.");
        assertUnusable(
                List.of("--participant", "ada", "--run", "NIGHTLY"),
                "--run names the run that --runs-at executes; --runs-at is missing.");
        assertUnusable(
                List.of(
                        "--participant",
                        "ada",
                        "--csv",
                        directory.resolve("events.jsonl").toString()),
                "The file (" + directory.resolve("events.jsonl") + ") of --csv must not be the one that is read.");
        String key = kiosk.file("key", "too short");
        assertThat(statement(List.of("--participant", "ada", "--voucher-key", key))
                        .err())
                .contains("The voucher key (9 bytes) must have at least 16 random bytes.");
        assertThat(statement(List.of("--participant", "ada", "--voucher-key", key + "s"))
                        .err())
                .contains("The file (" + key + "s) of --voucher-key does not exist.");
        assertThat(statement(List.of()).err()).contains("(specify one of these): (--participant=ID | --merchant=CODE)");
        String empty = kiosk.file("empty.jsonl", "");
        CommandRun nobody =
                CommandRun.of("statement", "--programme", kiosk.programme(), "--events", empty, "--participant", "ada");
        assertThat(nobody.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(nobody.err()).startsWith("The participant (ada) is not in " + empty);
    }

    private void assertUnusable(List<String> options, String message) {
        CommandRun run = statement(options);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly(message, "Try: rewards statement --help");
    }

    private CommandRun run(List<String> options, String... lines) {
        List<String> all = new ArrayList<>(List.of("--participant", "ada"));
        all.addAll(options);
        return statement(all, lines);
    }

    private CommandRun statement(List<String> options, String... lines) {
        List<String> args = new ArrayList<>(
                List.of("statement", "--programme", kiosk.programme(), "--events", kiosk.events(lines)));
        args.addAll(options);
        return CommandRun.of(args.toArray(String[]::new));
    }
}
