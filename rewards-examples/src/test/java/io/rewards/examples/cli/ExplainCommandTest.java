package io.rewards.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExplainCommandTest {

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void groupsAllOffersByWhatWasDecidedAndTellsEveryReason() {
        CommandRun run =
                explain("p2", Kiosk.purchase("p1", "2025-03-01", "9.00"), Kiosk.purchase("p2", "2025-03-02", "9.25"));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines())
                .containsExactly(
                        "purchase p2 of Ada Byrne (ada) at SHOP, Sun 2025-03-02 10:00",
                        "  1  BREAD  9.25 EUR",
                        "Granted",
                        "  TWICE  0.50 EUR  TWICE  rule CNT-010",
                        "Declined",
                        "  TEN  The purchase counts 9.25 EUR: 0.75 EUR less than the minimum of 10.00 EUR.",
                        "       (actual 9.25 EUR, required 10.00 EUR, distance 0.75 EUR, reason BELOW_MINIMUM, rule"
                                + " TRX-020)");
    }

    @Test
    void theEventsAfterThePurchaseDoNotCount() {
        CommandRun run = explain(
                "p1", Kiosk.purchase("p1", "2025-03-01", "9.00"), Kiosk.purchase("p2", "2025-03-02", "9.25"), "broken");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("1 to go. Open until Tue 2025-04-01 10:00.");
    }

    @Test
    void explainsOneOffer() {
        CommandRun run = explain("p1", "--offer", "TWICE", Kiosk.purchase("p1", "2025-03-01", "9.00"));
        assertThat(run.out()).contains("TWICE").doesNotContain("TEN");
    }

    @Test
    void explainsAnOfferThatEvaluationWouldNotLookAt() {
        String stranger = Kiosk.purchase("p1", "2025-01-01", "9.00");
        CommandRun run =
                explain("p1", stranger.replace("2025-01-01", "2025-01-02").replace("T10", "T07"));
        assertThat(run.out()).contains("The purchase of 2025-01-02T07:00:00Z came PT1H before the sign-up on");
    }

    @Test
    void aRefusedPurchaseIsExplainedByItsProblems() {
        CommandRun run = explain("p1", Kiosk.purchase("p1", "2025-03-01", "-9.00"));
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.out()).contains("Refused", "The amount (-9.00 EUR) must not be negative.");
    }

    @Test
    void aBrokenLineBeforeThePurchaseIsReported() {
        CommandRun run = explain("p1", "broken", Kiosk.purchase("p1", "2025-03-01", "12.00"));
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err()).contains("events.jsonl:3: ");
        assertThat(run.out()).contains("Granted", "  TEN  1.00 EUR  1 euro for 10 euro  rule TRX-010");
    }

    @Test
    void whatIsNotThereIsWrongUsage() {
        String purchase = Kiosk.purchase("p1", "2025-03-01", "9.00");
        assertUnusable(explain("p9", purchase), "The event (p9) is not in " + directory.resolve("events.jsonl") + ".");
        assertUnusable(
                explain("s1", purchase),
                "The event (s1) is a scheme_sign_up; only a purchase can be explained, because offers apply to nothing"
                        + " else.");
        assertUnusable(
                explain("p1", "--offer", "NONE", purchase),
                "The offer (NONE) is not in the programme; it has TEN, TWICE.");
    }

    private static void assertUnusable(CommandRun run, String message) {
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).containsExactly(message, "Try: rewards explain --help");
    }

    /** Explains an event; two dashes begin an option and its value, everything else is a line of events. */
    private CommandRun explain(String event, String... rest) {
        List<String> options = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < rest.length; i++) {
            if (rest[i].startsWith("--")) {
                options.add(rest[i]);
                options.add(rest[++i]);
            } else {
                lines.add(rest[i]);
            }
        }
        List<String> args = new ArrayList<>(List.of("explain", "--event", event));
        args.addAll(List.of("--programme", kiosk.programme()));
        args.addAll(List.of("--events", kiosk.events(lines.toArray(String[]::new))));
        args.addAll(options);
        return CommandRun.of(args.toArray(String[]::new));
    }
}
