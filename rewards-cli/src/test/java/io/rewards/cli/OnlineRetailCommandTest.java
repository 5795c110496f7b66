package io.rewards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnlineRetailCommandTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private static final String PROGRAMME = "src/main/resources/online-retail/programme.yaml";

    @TempDir
    private Path directory;

    private Kiosk files;
    private Path events;

    @BeforeEach
    void open() {
        files = new Kiosk(directory);
        events = directory.resolve("events.jsonl");
    }

    @Test
    void anImportedFileCanBeEvaluated() {
        String csv = files.file(
                "retail.csv",
                HEADER
                        + "536365,85123A,WHITE HANGING HEART,6,12/1/10 8:26,2.55,17850,United Kingdom\n"
                        + "536365,POST,POSTAGE,1,12/1/10 8:26,3.00,17850,United Kingdom\n"
                        + "C536379,85123A,WHITE HANGING HEART,-1,12/1/10 9:41,2.55,17850,United Kingdom\n"
                        + "C536379,D,Discount,-1,12/1/10 9:41,27.50,17850,United Kingdom\n"
                        + "536380,85123A,WHITE HANGING HEART,1,12/1/10 9:43,2.55,,France\n");
        CommandRun imported = CommandRun.of("import", "online-retail", csv, "--output", events.toString());
        assertThat(imported.code()).isEqualTo(ExitCode.OK);
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out().lines())
                .containsExactly(
                        "5  lines in " + csv + ", of them",
                        "3  in 2 purchases, 1 of them by a buyer who is unknown",
                        "1  in 1 goods returns",
                        "1  in no goods return; bought before this file begins, or of an unknown customer: 1 piece",
                        "0  that cannot be used",
                        "0  that are blank",
                        "",
                        "1  participants registered",
                        "1  sign-ups to GIFTS",
                        "0  lines of purchases with a quantity below 1, passed on as they are",
                        "0  line totals rounded to GBP",
                        "",
                        "5  events in " + events);

        CommandRun run = CommandRun.of("evaluate", "--programme", PROGRAMME, "--events", events.toString());
        assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.row("purchase")).containsExactly("purchase", "1", "1");
        assertThat(run.row("goods_return")).containsExactly("goods_return", "1", "-");
        assertThat(run.row("HEARTS")).startsWith("HEARTS", "1", "0.30 GBP", "0.05 GBP");
        assertThat(run.row("HALF-POSTAGE")).startsWith("HALF-POSTAGE", "1", "1.50 GBP");
        assertThat(run.out())
                .contains(
                        "Purchases of 18.30 GBP; 1 instant discount of 1.50 GBP left 16.80 GBP to pay",
                        "Came back for 2.55 GBP in money and 0.00 GBP to wallets");
    }

    @Test
    void aLineThatCannotBeReadIsReportedAndTheOthersAreImported() {
        String csv = files.file(
                "retail.csv",
                HEADER + "1,A,a thing,one,12/1/10 8:26,2.55,5,UK\n2,A,a thing,1,12/1/10 8:27,2.55,5,UK\n");
        CommandRun run = CommandRun.of("import", "online-retail", csv, "--output", events.toString());
        assertThat(run.code()).isEqualTo(ExitCode.FAILED);
        assertThat(run.err())
                .isEqualToIgnoringNewLines(
                        csv + ":2: The Quantity (one) must be a whole number of at most 9 digits, such as 6 or -1.");
        assertThat(run.out()).contains("1  that cannot be used", "3  events in ");
    }

    @Test
    void theOptionsSayWhatTheFileDoesNot() throws IOException {
        String csv = files.file("retail.csv", HEADER + "1,A,a thing,1,7/1/10 8:26,1000,5,UK\n");
        CommandRun run = CommandRun.of(
                "import",
                "online-retail",
                csv,
                "--output",
                events.toString(),
                "--zone",
                "Asia/Tokyo",
                "--currency",
                "JPY",
                "--unit",
                "GINZA",
                "--scheme",
                "ONE",
                "--scheme",
                "TWO");
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("2  sign-ups to ONE, TWO", "line totals rounded to JPY");
        assertThat(Files.readString(events))
                .contains(
                        "\"performedOn\":\"2010-06-30T23:26:00Z\"",
                        "\"denomination\":\"JPY\"",
                        "\"total\":\"1000\"",
                        "\"unit\":\"GINZA\"",
                        "\"scheme\":\"TWO\"");
    }

    @Test
    void whatCannotBeUsedIsRefused() {
        String csv = files.file("retail.csv", "a,b,c\n1,2,3\n");
        CommandRun headless = CommandRun.of("import", "online-retail", csv, "--output", events.toString());
        assertThat(headless.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(headless.err()).contains("The first line (a,b,c) must name the columns");
        assertUnusable("Missing required option: '--output=FILE'", csv);
        assertUnusable("The file (no.csv) of CSV does not exist.", "no.csv", "--output", events.toString());
        assertUnusable("The file (" + csv + ") of --output must not be the one that is read.", csv, "--output", csv);
        assertUnusable(
                "The currency (POUND) of --currency must be one of ISO 4217, such as GBP.",
                csv,
                "--output",
                events.toString(),
                "--currency",
                "POUND");
        assertUnusable(
                "Invalid value for option '--zone': The zone (Londn) must be a time zone, such as Europe/London.",
                csv,
                "--output",
                events.toString(),
                "--zone",
                "Londn");
    }

    private static void assertUnusable(String message, String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "import";
        all[1] = "online-retail";
        System.arraycopy(args, 0, all, 2, args.length);
        CommandRun run = CommandRun.of(all);
        assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
        assertThat(run.err().lines()).containsExactly(message, "Try: rewards import online-retail --help");
    }
}
