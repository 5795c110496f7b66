package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExpireCommandTest {

    private static final String PROGRAMME = Kiosk.PROGRAMME.replace(
            "award: {amount: 1.00}", "award: {amount: 1.00}\n    awardValidity: {expires: {after: 3 DAYS}}");
    private static final String MIDNIGHT = "2025-03-04T00:00:00Z";

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void takesOutWhatWasNotSpentInTime() {
        CommandRun run = run(
                List.of("--as-of", MIDNIGHT),
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                Kiosk.purchase("p2", "2025-03-02", "12.00").replace("BREAD", "CAKE"),
                Kiosk.purchase("p3", "2025-03-04", "12.00"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().skip(1))
                .containsExactly(
                        "4 events before Tue 2025-03-04 00:00",
                        "",
                        "Expiration as of Tue 2025-03-04 00:00",
                        "  participants         1",
                        "  lots                 1",
                        "  expired       1.00 EUR",
                        "  failures             0",
                        "",
                        "Participant  Offer    Amount  Last day",
                        "ada          TEN    1.00 EUR  Mon 2025-03-03");
    }

    @Test
    void whatExpiredIsWrittenForOtherProgramsToGoOn() {
        Path csv = directory.resolve("expired.csv");
        Path json = directory.resolve("expired.jsonl");
        Path outcomes = directory.resolve("outcomes.jsonl");
        run(
                List.of(
                        "--as-of",
                        MIDNIGHT,
                        "--csv",
                        csv.toString(),
                        "--json",
                        json.toString(),
                        "--outcomes",
                        outcomes.toString()),
                Kiosk.purchase("p1", "2025-03-01", "12.00"));
        assertThat(csv)
                .content()
                .satisfies(text -> assertThat(text.lines())
                        .containsExactly(
                                String.join(",", TransactionRows.COLUMNS),
                                "2025-03-04T00:00:00Z,2025-03-04T00:00:00Z,ada,AWARD_EXPIRATION,TEN,1.00,EUR,COMMERCE,BREAKAGE,"
                                        + "run/2025-03-04T00:00:00Z/expiration/ada,,p1#TEN"));
        assertThat(json).content().contains("\"kind\":\"AWARD_EXPIRATION\",\"offer\":\"TEN\",\"amount\":\"1.00\"");
        assertThat(outcomes)
                .content()
                .satisfies(text -> assertThat(text.lines()).hasSize(4));
    }

    @Test
    void theInstantItselfCounts() {
        String purchase = Kiosk.purchase("p1", "2025-03-01", "12.00");
        assertThat(run(List.of("--as-of", "2025-03-03T23:59:59.999Z"), purchase).row("lots"))
                .containsExactly("lots", "0");
        assertThat(run(List.of("--as-of", MIDNIGHT), purchase).row("lots")).containsExactly("lots", "1");
    }

    @Test
    void aPreviewSaysTheSame() {
        String purchase = Kiosk.purchase("p1", "2025-03-01", "12.00");
        assertThat(run(List.of("--as-of", MIDNIGHT, "--preview"), purchase)
                        .out()
                        .replace("Preview of the expiration", "Expiration"))
                .isEqualTo(run(List.of("--as-of", MIDNIGHT), purchase).out());
    }

    @Test
    void anEmptyFileHasNothingThatExpires() {
        CommandRun run = CommandRun.of(
                "expire",
                "--programme",
                kiosk.programme(),
                "--events",
                kiosk.file("empty.jsonl", ""),
                "--as-of",
                MIDNIGHT);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.row("participants")).containsExactly("participants", "0");
    }

    @Test
    void refusedEventsAndBrokenLinesAreReported() {
        CommandRun run = run(List.of("--as-of", MIDNIGHT), "broken");
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err()).contains("events.jsonl:3: ");
    }

    @Test
    void wrongInstantsAreWrongUsage() {
        assertThat(run(List.of()).err()).contains("Missing required option: '--as-of=INSTANT'");
        CommandRun run = run(List.of("--as-of", "midnight"));
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("The instant (midnight) must be written in UTC");
    }

    private CommandRun run(List<String> options, String... lines) {
        List<String> args = new ArrayList<>(List.of(
                "expire", "--programme", kiosk.file("expiring.yaml", PROGRAMME), "--events", kiosk.events(lines)));
        args.addAll(options);
        return CommandRun.of(args.toArray(String[]::new));
    }
}
