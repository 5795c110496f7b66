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

final class LiabilityCommandTest {

    private static final String TOPPED_UP = """
            {"type":"wallet_topped_up","id":"t1","participant":"ada","unit":"SHOP",\
            "performedOn":"2025-03-31T23:30:00Z","amount":"5.00"}""";

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void printsEveryMonthAndTheSchemes() {
        CommandRun run = run(
                List.of("--from-month", "2025-02", "--through-month", "2025-04"),
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                Kiosk.purchase("p2", "2025-03-02", "3.00"),
                TOPPED_UP);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().skip(1))
                .as("half past eleven in UTC is past midnight in Dublin, so the top-up is of April")
                .containsExactly(
                        "",
                        "Liability in EUR, 2025-02 through 2025-04",
                        "  Month    Opening  Awarded  Topped up  Spent  Expired  Closing  Breakage",
                        "  2025-02     0.00     0.00       0.00   0.00     0.00     0.00         -",
                        "  2025-03     0.00     1.50       0.00   0.50     0.00     1.00    0.00 %",
                        "  2025-04     1.00     0.00       5.00   0.00     0.00     6.00         -",
                        "  all         0.00     1.50       5.00   0.50     0.00     6.00    0.00 %",
                        "",
                        "Schemes   awarded   expired  breakage",
                        "  CLUB   1.50 EUR  0.00 EUR    0.00 %");
    }

    @Test
    void theLastTwelveMonthsAreShownUnlessSaid() {
        CommandRun run = run(List.of(), Kiosk.purchase("p1", "2025-03-01", "12.00"));
        assertThat(run.out()).contains("Liability in EUR, 2024-04 through 2025-03");
        assertThat(run.out().lines().filter(line -> line.startsWith("  20"))).hasSize(12);
        assertThat(run(List.of("--from-month", "2025-03"), Kiosk.purchase("p1", "2025-03-01", "12.00"))
                        .out())
                .contains("Liability in EUR, 2025-03 through 2025-03");
    }

    @Test
    void writesTheMonthsAsCsv() throws IOException {
        Path csv = directory.resolve("liability.csv");
        run(
                List.of("--from-month", "2025-02", "--through-month", "2025-03", "--csv", csv.toString()),
                Kiosk.purchase("p1", "2025-03-01", "1200.00"));
        assertThat(Files.readString(csv).lines())
                .containsExactly(
                        "month,denomination,opening,awarded,topped_up,adjusted,transferred,exchanged,spent,paid_out,"
                                + "expired,taken_back,lost,closing,breakage_percentage",
                        "2025-02,EUR,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,",
                        "2025-03,EUR,0.00,1.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,1.00,0.00");
    }

    @Test
    void whereNoMoneyHasMovedThereIsNothingToPrint() {
        CommandRun run = run(List.of());
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("No money has moved.").doesNotContain("Liability", "Schemes");
        CommandRun empty =
                CommandRun.of("liability", "--programme", kiosk.programme(), "--events", kiosk.file("empty.jsonl", ""));
        assertThat(empty.code()).isEqualTo(ExitCode.OK);
        assertThat(empty.out()).contains("No money has moved.");
    }

    @Test
    void refusedEventsAndBrokenLinesAreReported() {
        CommandRun run = run(List.of(), "broken");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("events.jsonl:3: ");
    }

    @Test
    void wrongMonthsAreWrongUsage() {
        assertUnusable(
                List.of("--from-month", "2025-03", "--through-month", "2025-02"),
                "The months (2025-03 through 2025-02) must not end before they start.");
        assertUnusable(
                List.of("--from-month", "2025-03"),
                "The months (2025-03 through 2025-01) must not end before they start.");
        assertThat(run(List.of("--from-month", "March")).err())
                .contains("The month (March) must be written like 2025-12.");
        CommandRun many = run(List.of("--from-month", "1900-01"));
        assertThat(many.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(many.err()).contains("The months (1900-01 through 2025-01) must be at most 1200.");
    }

    private void assertUnusable(List<String> options, String message) {
        CommandRun run = run(options);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly(message, "Try: rewards liability --help");
    }

    private CommandRun run(List<String> options, String... lines) {
        List<String> args = new ArrayList<>(
                List.of("liability", "--programme", kiosk.programme(), "--events", kiosk.events(lines)));
        args.addAll(options);
        return CommandRun.of(args.toArray(String[]::new));
    }
}
