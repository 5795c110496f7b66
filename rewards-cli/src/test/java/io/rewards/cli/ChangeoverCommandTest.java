package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChangeoverCommandTest {

    private static final String LEV = Kiosk.PROGRAMME
            .replace("currency: EUR", "currency: BGN, points: [{code: PTS, scale: 0}]")
            .replace("award: {amount: 1.00}", "award: {percentage: 10}");
    private static final String EURO = LEV.replace("currency: BGN", "currency: EUR");

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void aLotOfFiveBecomesTwoFiftySix() {
        CommandRun run = run(EURO, "1.95583");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().skip(1))
                .containsExactly(
                        "3 events before Wed 2025-12-31 22:00",
                        "",
                        "Changeover from BGN to EUR as of Wed 2025-12-31 22:00",
                        "  participants         1",
                        "  before        5.00 BGN",
                        "  after         2.56 EUR",
                        "  failures             0");
    }

    @Test
    void pointsGetDecimals() {
        CommandRun run = run(LEV.replace("{code: PTS, scale: 0}", "{code: PTS, scale: 2}"), "1");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.row("after")).containsExactly("after", "0.00 PTS");
    }

    @Test
    void aProgrammeThatChangesNothingIsWrongUsage() {
        CommandRun run = run(LEV, "1.95583");
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err()).contains("must change the currency, or the decimals of one kind of points.");
        assertThat(run(EURO, "0").err()).contains("The rate (0) must be above 0");
    }

    private CommandRun run(String next, String rate) {
        List<String> arguments = new ArrayList<>(List.of(
                "changeover",
                "--programme",
                kiosk.file("lev.yaml", LEV),
                "--events",
                kiosk.events(Kiosk.purchase("p1", "2025-12-01", "50.00"), Kiosk.purchase("p2", "2026-01-01", "50.00")),
                "--next",
                kiosk.file("next.yaml", next),
                "--rate",
                rate,
                "--as-of",
                "2025-12-31T22:00:00Z"));
        return CommandRun.of(arguments.toArray(String[]::new));
    }
}
