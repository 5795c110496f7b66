package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.decision.Outcome;
import io.rewards.json.OutcomeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateCommandTest {

    @TempDir
    private Path directory;

    private Kiosk kiosk;

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    @Test
    void printsWhatCameOfTheEvents() {
        CommandRun run = kiosk.evaluate(
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                Kiosk.purchase("p2", "2025-03-02", "9.99"),
                Kiosk.purchase("p3", "2025-03-03", "1000.00"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("Kiosk, version 7, rule pack ");
        assertThat(run.row("Events")).containsExactly("Events", "processed");
        assertThat(run.row("participant_registered")).containsExactly("participant_registered", "1");
        assertThat(run.row("purchase")).containsExactly("purchase", "3");
        assertThat(run.row("TEN")).containsExactly("TEN", "2", "2.00 EUR", "1", "below minimum 1");
        assertThat(run.row("TWICE")).containsExactly("TWICE", "1", "0.50 EUR", "2", "target not reached 2");
        assertThat(run.out())
                .contains("Purchases of 1,021.99 EUR; 1 instant discount of 0.50 EUR left 1,021.49 EUR to pay");
        assertThat(run.row("EUR")).containsExactly("EUR", "2.00 EUR", "0.00 EUR", "1", "ada 2.00 EUR");
    }

    @Test
    void aBrokenLineIsReportedWithEveryProblemAndTheNextGoesOn() {
        CommandRun run = kiosk.evaluate(
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                "{\"type\":\"purchase\",\"id\":\"p2\",\"unit\":\"SHOP\",\"performedOn\":\"yesterday\",\"lines\":[]}",
                "not json",
                Kiosk.purchase("p3", "2025-03-03", "12.00"));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        String file = directory.resolve("events.jsonl").toString();
        assertThat(run.err().lines())
                .hasSize(3)
                .anyMatch(line -> line.startsWith(file + ":4: performedOn: The performedOn (yesterday) must be "))
                .anyMatch(line -> line.startsWith(file + ":4: participant: ") && line.contains(" is missing"))
                .anyMatch(line -> line.startsWith(file + ":5: Column "));
        assertThat(run.out()).contains("  2 broken lines");
        assertThat(run.row("purchase")).containsExactly("purchase", "2");
        assertThat(run.row("TEN")).contains("2.00 EUR");
    }

    @Test
    void aRefusedEventIsCountedByItsFirstProblem() {
        CommandRun run = kiosk.evaluate(
                Kiosk.purchase("p1", "2025-03-01", "-1.00"),
                Kiosk.purchase("p2", "2025-03-01", "-2.00"),
                Kiosk.purchase("p3", "2025-03-01", "1.00").replace("ada", "bob"));
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.row("purchase")).containsExactly("purchase", "-", "3");
        assertThat(run.row("2"))
                .containsExactly(
                        "2",
                        "lines[...].total: The total (...) must not be negative. What the till takes off is one of the"
                                + " discounts of the purchase; what it adds, such as a deposit, is a line of kind FEE.");
        assertThat(run.row("1")).containsExactly("1", "participant: The participant (...) is not registered.");
    }

    @Test
    void anIdThatComesAgainWithOtherContentIsReported() {
        CommandRun run = kiosk.evaluate(
                Kiosk.purchase("p1", "2025-03-01", "12.00"), Kiosk.purchase("p1", "2025-03-01", "13.00"));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .contains(directory.resolve("events.jsonl")
                        + ":4: The event id (p1) already belongs to an event with other content.");
        assertThat(run.row("TEN")).contains("1.00 EUR");
    }

    @Test
    void theSameEventAgainIsCountedApartAndAwardsNothing() {
        String purchase = Kiosk.purchase("p1", "2025-03-01", "12.00");
        CommandRun run = kiosk.evaluate(purchase, purchase);
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.row("Events")).containsExactly("Events", "processed", "repeated");
        assertThat(run.row("purchase")).containsExactly("purchase", "1", "1");
        assertThat(run.row("TEN")).containsExactly("TEN", "1", "1.00 EUR", "-");
    }

    @Test
    void aPurchaseLeftToARunIsQueued() {
        CommandRun run = kiosk.evaluate(Kiosk.purchase("p1", "2025-03-01", "12.00")
                .replace("\"lines\"", "\"processImmediately\":false,\"lines\""));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.row("Events")).containsExactly("Events", "processed", "queued");
        assertThat(run.row("purchase")).containsExactly("purchase", "-", "1");
    }

    @Test
    void aReturnIsProcessedAndTheSummarySaysWhatItTookBack() {
        CommandRun run = kiosk.evaluate(
                Kiosk.purchase("p1", "2025-03-01", "12.00"), Kiosk.goodsReturn("b1", "2025-03-02", "p1"));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.row("Events")).containsExactly("Events", "processed");
        assertThat(run.row("goods_return")).containsExactly("goods_return", "1");
        assertThat(run.row("Offers"))
                .containsExactly("Offers", "awards", "awarded", "taken back", "net", "declined", "mostly because");
        assertThat(run.row("TEN")).containsExactly("TEN", "1", "1.00 EUR", "1.00 EUR", "0.00 EUR", "-");
        assertThat(run.out()).contains("Came back for 12.00 EUR in money and 0.00 EUR to wallets");
        assertThat(run.out()).doesNotContain("Balances");
    }

    @Test
    void aPurchaseThatWasCancelledAndIsSentAgainSaysSo() {
        String purchase = Kiosk.purchase("p1", "2025-03-01", "12.00");
        String cancelled = Kiosk.event("event_cancelled", "c1", "2025-03-02", "\"event\":{\"id\":\"p1\"}");
        Path outcomes = directory.resolve("outcomes.jsonl");
        String events = kiosk.events(purchase, purchase, cancelled, purchase);
        CommandRun run = CommandRun.of(
                "evaluate", "--programme", kiosk.programme(), "--events", events, "--outcomes", outcomes.toString());
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(outcomes)
                .content()
                .satisfies(text -> assertThat(
                                text.lines().filter(line -> line.contains("{\"id\":\"p1\"},\"participant\"")))
                        .extracting(line -> line.replaceAll(".*\"status\":\"(\\w+)\".*", "$1"))
                        .containsExactly("PROCESSED", "PROCESSED", "CANCELLED"));
    }

    @Test
    void aRefusalByTheProgrammeIsToldFromALineThatFailed() {
        String unknown = Kiosk.purchase("p1", "2025-03-01", "12.00").replace("ada", "eve");
        assertThat(kiosk.evaluate(unknown).code()).isEqualTo(ExitCode.REFUSED);
        assertThat(kiosk.evaluate("{").code()).isEqualTo(ExitCode.FAILED);
        assertThat(kiosk.evaluate(unknown, "{").code()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void outcomesAreWrittenOntoNothingThatIsRead() {
        String rules = kiosk.houseRules(Kiosk.HOUSE_RULE);
        String key = kiosk.file("key", "0123456789abcdef");
        for (String file : List.of(kiosk.programme(), kiosk.events(), key, rules + "/house/house.drl")) {
            CommandRun run = CommandRun.of(
                    "evaluate",
                    "--programme",
                    kiosk.programme(),
                    "--events",
                    kiosk.events(),
                    "--rules",
                    rules,
                    "--voucher-key",
                    key,
                    "--outcomes",
                    file);
            assertThat(run.code()).as(file).isEqualTo(ExitCode.UNUSABLE);
            assertThat(run.err()).contains("The file (" + file + ") of --outcomes must not be ");
        }
    }

    @Test
    void aReturnOfWhatWasNotBoughtIsRefused() {
        CommandRun run = kiosk.evaluate(
                Kiosk.purchase("p1", "2025-03-01", "12.00"), Kiosk.goodsReturn("b1", "2025-03-02", "p2"));
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.row("goods_return")).containsExactly("goods_return", "-", "1");
    }

    @Test
    void theSummaryShowsOpenMoneyDebtsAndWhatWalletsPaid() {
        CommandRun run = kiosk.evaluate(
                Kiosk.purchase("p1", "2025-03-01", "12.00"),
                Kiosk.event("wallet_topped_up", "t1", "2025-03-02", "\"amount\":\"0.25\""),
                Kiosk.event("spend_requested", "s2", "2025-03-02", "\"purchase\":{\"id\":\"p1\"}"),
                Kiosk.goodsReturn("b1", "2025-03-03", "p1"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("Purchases of 12.00 EUR; 1.25 EUR from wallets left 10.75 EUR to pay");
        assertThat(run.out()).contains("Came back for 10.75 EUR in money and 1.25 EUR to wallets");
        assertThat(run.row("Balances"))
                .containsExactly("Balances", "available", "pending", "open", "wallets", "largest");
        assertThat(run.row("EUR")).containsExactly("EUR", "0.25 EUR", "0.00 EUR", "0.25 EUR", "1", "ada 0.25 EUR");
    }

    @Test
    void outcomesAreWrittenOneALine() throws IOException {
        Path outcomes = directory.resolve("outcomes.jsonl");
        CommandRun run = CommandRun.of(
                "evaluate",
                "--programme",
                kiosk.programme(),
                "--events",
                kiosk.events(Kiosk.purchase("p1", "2025-03-01", "12.00"), "", "broken"),
                "--outcomes",
                outcomes.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        List<Outcome> read = Files.readAllLines(outcomes).stream()
                .map(line -> OutcomeReader.read("outcomes", line))
                .toList();
        assertThat(read).extracting(outcome -> outcome.event().id()).containsExactly("r1", "s1", "p1");
        assertThat(read.get(2).granted()).hasSize(1);
        assertThat(read.get(2).processedOn()).isEqualTo(Instant.parse("2025-03-01T10:00:00Z"));
    }

    @Test
    void eventsWithoutATimeOfReceiptAreReceivedWhenTheyHappenedOrAtTheTimeThatIsSaid() throws IOException {
        Path outcomes = directory.resolve("outcomes.jsonl");
        String said = Kiosk.purchase("p2", "2025-03-02", "12.00")
                .replace("\"lines\"", "\"receivedOn\":\"2025-03-03T00:00:00Z\",\"lines\"");
        CommandRun run = CommandRun.of(
                "evaluate",
                "--programme",
                kiosk.programme(),
                "--events",
                kiosk.events(Kiosk.purchase("p1", "2025-03-01", "12.00"), said),
                "--outcomes",
                outcomes.toString(),
                "--now",
                "2025-04-01T00:00:00Z");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(Files.readAllLines(outcomes).stream()
                        .map(line -> OutcomeReader.read("outcomes", line).processedOn()))
                .containsExactly(
                        Instant.parse("2025-04-01T00:00:00Z"),
                        Instant.parse("2025-04-01T00:00:00Z"),
                        Instant.parse("2025-04-01T00:00:00Z"),
                        Instant.parse("2025-03-03T00:00:00Z"));
    }

    @Test
    void anEventLaterThanNowIsRefused() {
        CommandRun run = CommandRun.of(
                "evaluate",
                "--programme",
                kiosk.programme(),
                "--events",
                kiosk.events(Kiosk.purchase("p1", "2025-03-01", "12.00")),
                "--now",
                "2025-02-01T00:00:00Z");
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.row("1").get(1)).startsWith("performedOn: The event (...) lies in the future");
    }

    @Test
    void explainPrintsEveryPurchase() {
        CommandRun run = CommandRun.of(
                "evaluate",
                "--explain",
                "--programme",
                kiosk.programme(),
                "--events",
                kiosk.events(
                        Kiosk.purchase("p1", "2025-03-01", "9.00"),
                        Kiosk.purchase("p2", "2025-03-02", "12.00"),
                        Kiosk.purchase("p3", "2025-03-02", "-12.00")));
        assertThat(run.out())
                .contains(
                        "purchase p1 of Ada Byrne (ada) at SHOP, Sat 2025-03-01 10:00",
                        "  1  BREAD  9.00 EUR",
                        "The purchase counts 9.00 EUR: 1.00 EUR less than the minimum of 10.00 EUR.",
                        "1 to go. Open until Tue 2025-04-01 10:00.",
                        "To pay    11.50 EUR after 0.50 EUR off by TWICE",
                        "Balance   1.00 EUR",
                        "Refused");
    }

    @Test
    void eventsCanComeFromTheStandardInput() {
        InputStream before = System.in;
        try {
            String text = Kiosk.REGISTERED + "\n" + Kiosk.SIGNED_UP + "\nbroken\n";
            System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            CommandRun run = CommandRun.of("evaluate", "--programme", kiosk.programme(), "--events", "-");
            assertThat(run.code()).isEqualTo(ExitCode.FAILED);
            assertThat(run.err()).startsWith("standard input:3: ");
            assertThat(run.row("scheme_sign_up")).containsExactly("scheme_sign_up", "1");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void anEmptyFileIsFine() {
        CommandRun run =
                CommandRun.of("evaluate", "--programme", kiosk.programme(), "--events", kiosk.file("empty.jsonl", ""));
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.row("TEN")).containsExactly("TEN", "-", "-", "-");
    }

    @Test
    void aBinaryFileIsReportedInBoundedWords() throws IOException {
        byte[] bytes = new byte[3_000_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        Path file = Files.write(directory.resolve("binary.jsonl"), bytes);
        CommandRun run = CommandRun.of("evaluate", "--programme", kiosk.programme(), "--events", file.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().length()).isLessThan(50_000);
        assertThat(run.err()).contains("binary.jsonl:1: ", "Further broken lines are counted, but not printed.");
        assertThat(run.out()).contains(" broken lines");
    }

    @Test
    void aLineOfFiveMegabytesIsSkipped() {
        CommandRun run = kiosk.evaluate(
                "{\"type\":\"" + "x".repeat(5 << 20) + "\"}", Kiosk.purchase("p1", "2025-03-01", "12.00"));
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err().strip()).endsWith("events.jsonl:3: The line must have at most 4,194,304 bytes.");
        assertThat(run.row("purchase")).containsExactly("purchase", "1");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        String purchase = Kiosk.purchase("p1", "2025-03-01", "12.00").replace("BREAD", "\\u001b[2J");
        CommandRun run = CommandRun.of(
                "evaluate",
                "--explain",
                "--programme",
                kiosk.programme(),
                "--events",
                kiosk.events(
                        purchase,
                        "\u001b[2J",
                        purchase.replace("p1", "p\\u0007").replace("ada", "b\\u009bob")));
        assertThat(run.out()).contains("?[2J", "p?", "b?ob");
        assertThat((run.out() + run.err()).chars())
                .noneMatch(each -> Character.isISOControl(each) && each != '\n' && each != '\r');
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsUnusable() {
        CommandRun run = CommandRun.of(
                "evaluate",
                "--programme",
                kiosk.programme(),
                "--events",
                kiosk.events(),
                "--outcomes",
                directory.resolve("none/outcomes.jsonl").toString());
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err())
                .contains("none/outcomes.jsonl) cannot be read or written: it, or the directory it lies in, does not");
    }

    @Test
    void aProgrammeWithProblemsIsRefusedWithAllOfThem() {
        String wrong = kiosk.file(
                "wrong.yaml",
                Kiosk.PROGRAMME.replace("from: 10.00", "from: -10.00").replace("SHOP", ""));
        CommandRun run = CommandRun.of("evaluate", "--programme", wrong, "--events", kiosk.events());
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("wrong.yaml: offers[TEN].terms", "wrong.yaml: units[");
    }

    @Test
    void rulesOfTheHostAddToTheBuiltInOnes() {
        String rules = kiosk.houseRules(Kiosk.HOUSE_RULE);
        CommandRun run = CommandRun.of(
                "evaluate",
                "--rules",
                rules,
                "--programme",
                kiosk.programme(),
                "--events",
                kiosk.events(Kiosk.purchase("p1", "2025-03-01", "12.00"), Kiosk.purchase("p2", "2025-03-02", "12.00")));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.row("TEN")).containsExactly("TEN", "1", "1.00 EUR", "1", "house rule 1");
    }

    @Test
    void filesThatAreNotThereAreWrongUsage() {
        String events = kiosk.events();
        CommandRun run = CommandRun.of("evaluate", "--programme", "no.yaml", "--events", events);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err().lines())
                .containsExactly("The file (no.yaml) of --programme does not exist.", "Try: rewards evaluate --help");
        assertThat(CommandRun.of("evaluate", "--programme", kiosk.programme(), "--events", directory.toString())
                        .err())
                .contains("of --events must be a file that can be read, not a directory.");
        assertThat(CommandRun.of(
                                "evaluate", "--programme", kiosk.programme(), "--events", events, "--rules", "no-rules")
                        .err())
                .contains("The directory (no-rules) of --rules must be a directory.");
        assertThat(CommandRun.of("evaluate", "--programme", kiosk.programme(), "--events", events, "--outcomes", events)
                        .err())
                .contains("of --outcomes must not be the one that is read.");
        assertThat(CommandRun.of("evaluate", "--programme", kiosk.programme(), "--events", events, "--now", "noon")
                        .err())
                .contains("The instant (noon) must be written in UTC, such as 2025-12-31T23:00:00Z.");
        assertThat(CommandRun.of("evaluate", "--events", events).err())
                .contains("Missing required option: '--programme=FILE'");
    }
}
