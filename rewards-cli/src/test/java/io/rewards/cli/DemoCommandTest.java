package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoCommandTest {

    private static final int TWO_SCREENS = 130;

    @TempDir
    private static Path directory;

    private static CommandRun run;

    @BeforeAll
    static void demo() {
        run = demo("shop");
    }

    @Test
    void printsTheYearAndOnePurchaseInFull() {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).startsWith("Corner Shop, version 2025-1, rule pack ");
        assertThat(run.row("participant_registered")).containsExactly("participant_registered", "200", "-", "-");
        assertThat(run.out())
                .contains(
                        "participant: The participant (...) is not registered.",
                        "participant: The participant (...) is terminated.",
                        " instant discounts of ",
                        "Every night at 02:00: 365 runs, ",
                        "One purchase in full:",
                        "Granted",
                        "Declined",
                        "Progress",
                        "only the best applies",
                        "Balance   ");
    }

    @Test
    void printsAPaymentAReturnAndWhatWasNotSpentInTime() {
        assertThat(run.row("spend_requested")).hasSize(4);
        assertThat(run.row("Balances")).contains("available", "pending", "vouchers");
        assertThat(run.out())
                .contains(
                        " EUR from wallets left ",
                        "Came back for ",
                        "taken out, not spent in time",
                        "A payment from the wallet:",
                        "  pays for purchase ",
                        "Spent     ",
                        "Goods that came back in part:",
                        "  brings back ",
                        "Refund    ",
                        "Taken back");
    }

    @Test
    void settlesFourMerchantsOnTheFirstOfEveryMonth() {
        assertThat(run.out()).contains("On the first of every month: 12 settlement runs, 48 settlements");
        long[] sums = new long[4];
        for (String merchant : List.of("MAIN-STREET", "STATION", "HARBOUR-CAFE", "QUAY-BAKERY")) {
            List<Long> cents = cents(merchant);
            assertThat(cents).hasSize(4);
            assertThat(cents.get(0) + cents.get(1) - cents.get(2)).as(merchant).isEqualTo(cents.get(3));
            boolean guest = merchant.startsWith("HARBOUR") || merchant.startsWith("QUAY");
            assertThat(cents.get(0)).as("given by " + merchant).isLessThan(guest ? 0L : 1L);
            assertThat(cents.get(1)).as("credited to " + merchant).isPositive();
            assertThat(cents.get(2)).as("fee of " + merchant).isGreaterThan(guest ? 0L : -1L);
            for (int i = 0; i < sums.length; i++) {
                sums[i] += cents.get(i);
            }
        }
        assertThat(cents("the owner")).containsExactly(-sums[3]);
    }

    private static List<Long> cents(String row) {
        return run.out()
                .lines()
                .filter(line -> line.startsWith("  " + row + " "))
                .flatMap(line -> Pattern.compile("[+-]?[\\d,]+\\.\\d\\d")
                        .matcher(line)
                        .results()
                        .map(match -> number(match.group())))
                .toList();
    }

    @Test
    void printsPointsThatWereEarnedAndExchanged() {
        assertThat(run.row("points_exchanged")).hasSizeGreaterThan(1);
        Matcher points = Pattern.compile("\nEarned ([\\d,]+) PTS; exchanged ([\\d,]+) PTS for ([\\d,.]+) EUR\n")
                .matcher(run.out());
        assertThat(points.find()).as(run.out()).isTrue();
        long exchanged = number(points.group(2));
        assertThat(exchanged).isPositive().isLessThan(number(points.group(1)));
        assertThat(number(points.group(3))).as("cents").isEqualTo(exchanged);
    }

    private static long number(String text) {
        return Long.parseLong(text.replaceAll("[,.+]", ""));
    }

    @Test
    void fitsOnTwoScreens() {
        assertThat(run.out().lines().takeWhile(line -> !line.contains("programme.yaml")))
                .hasSizeLessThan(TWO_SCREENS)
                .allMatch(line -> line.length() <= 140);
    }

    @Test
    void everyOfferAwardsSomething() {
        assertThat(run.out()
                        .lines()
                        .dropWhile(line -> !line.startsWith("Offers "))
                        .skip(1)
                        .takeWhile(line -> !line.isBlank()))
                .hasSize(27)
                .allMatch(line -> line.contains(" EUR") || line.contains(" PTS"));
    }

    @Test
    void theLastLineExplainsTheSamePurchase() {
        String hint = run.out().lines().reduce((first, second) -> second).orElseThrow();
        CommandRun explained =
                CommandRun.of(hint.strip().substring("rewards ".length()).split(" "));
        assertThat(explained.code()).isEqualTo(ExitCode.OK);
        assertThat(granted(explained)).isNotEmpty().isEqualTo(granted(run));
    }

    @Test
    void theLineBeforeShowsTheParticipant() {
        List<String> lines = run.out().lines().toList();
        String hint = lines.get(lines.size() - 2).strip();
        assertThat(hint).startsWith("rewards participants ");
        CommandRun shown = CommandRun.of(hint.substring("rewards ".length()).split(" "));
        assertThat(shown.err()).isEmpty();
        assertThat(shown.code()).as("some events of others are refused").isEqualTo(ExitCode.REFUSED);
        assertThat(shown.out()).contains("Memberships", "Wallet   ", "History");
    }

    @Test
    void theSameSeedWritesTheSameBytes() {
        CommandRun again = demo("again");
        assertThat(directory.resolve("again/events.jsonl"))
                .hasSameBinaryContentAs(directory.resolve("shop/events.jsonl"));
        assertThat(directory.resolve("again/programme.yaml"))
                .hasSameBinaryContentAs(directory.resolve("shop/programme.yaml"));
        assertThat(again.out().replace("again", "shop")).isEqualTo(run.out());
    }

    @Test
    void aFileInThePlaceOfTheDirectoryIsUnusable() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        CommandRun unusable = CommandRun.of("demo", "--output", file.toString());
        assertThat(unusable.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(unusable.err()).contains(file.toString());
    }

    private static CommandRun demo(String name) {
        return CommandRun.of(
                "demo", "--seed", "7", "--output", directory.resolve(name).toString());
    }

    private static String granted(CommandRun run) {
        String text = run.out();
        return text.substring(text.indexOf("\nGranted\n"), text.indexOf("\nDeclined\n"));
    }
}
