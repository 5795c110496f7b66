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

/** The table of domain 7.4, from files. */
final class SettleCommandTest {

    private static final String PROGRAMME = """
            name: Town
            settings: {zone: UTC, currency: EUR}
            groups: [{code: EAST}]
            units: [{code: A, group: EAST}, {code: B}]
            schemes: [{code: CLUB, signUp: {option: AUTO}}]
            offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
            offers:
              - number: 1
                code: SHARE
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 0.00}
                award: {percentage: 33.3}
                conditions: {promoCodes: [SHARE]}
            agreements:
              - {code: OF-A, unit: A, state: EFFECTIVE, contribution: 60, settlement: {automatic: true}}
              - {code: OF-B, unit: B, state: EFFECTIVE, settlement: {automatic: AUTOMATIC, fee: 0}}
            settlements:
              - {code: EASTERN, groups: [EAST]}
            """;
    private static final List<String> EVENTS = List.of(
            "{\"type\":\"participant_registered\",\"id\":\"r1\",\"participant\":\"ada\",\"unit\":\"A\","
                    + "\"performedOn\":\"2026-01-01T08:00:00Z\"}",
            purchase("p1", "A", "30.03", "\"promoCode\":\"SHARE\","),
            purchase("p2", "B", "10.00", "\"promoCode\":\"SHARE\","),
            purchase("p3", "B", "50.00", "\"spend\":{\"amount\":\"7.00\"},"));

    @TempDir
    private Path directory;

    private Kiosk kiosk;
    private String automatic = "true";

    @BeforeEach
    void open() {
        kiosk = new Kiosk(directory);
    }

    private static String purchase(String id, String unit, String total, String more) {
        return "{\"type\":\"purchase\",\"id\":\"" + id + "\",\"participant\":\"ada\",\"unit\":\"" + unit
                + "\",\"performedOn\":\"2026-01-02T10:00:00Z\"," + more
                + "\"lines\":[{\"product\":\"WINE\",\"quantity\":1,\"total\":\"" + total + "\"}]}";
    }

    private String programme() {
        return kiosk.file("town.yaml", PROGRAMME.replace("AUTOMATIC", automatic));
    }

    private String events() {
        return kiosk.file("events.jsonl", String.join("\n", EVENTS) + "\n");
    }

    private CommandRun settle(String... options) {
        List<String> args =
                new ArrayList<>(List.of("settle", "--programme", programme(), "--as-of", "2026-02-01T00:00:00Z"));
        args.addAll(List.of(options));
        return CommandRun.of(args.toArray(String[]::new));
    }

    @Test
    void theTableOfTheTownIsPrinted() {
        CommandRun run = settle("--events", events());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out().lines().skip(1))
                .containsExactly(
                        "4 events before Sun 2026-02-01 00:00",
                        "",
                        "Preview of the settlement as of Sun 2026-02-01 00:00",
                        "  Merchant  Settlement      Given   Credited       Fee    Before   Position",
                        "  A         preview     -6.00 EUR   0.00 EUR  0.00 EUR  0.00 EUR  -6.00 EUR  preview",
                        "  B         preview     -3.33 EUR  +7.00 EUR  0.00 EUR  0.00 EUR  +3.67 EUR  preview",
                        "  owner       +2.33 EUR",
                        "  in wallets   6.33 EUR");
    }

    @Test
    void whatIsPostedIsTheSameAndIsPostedWhereThatIsAgreed() {
        automatic = "false";
        CommandRun run = settle("--events", events(), "--post");
        assertThat(run.out())
                .contains("Settlement as of Sun 2026-02-01 00:00")
                .contains("-6.00 EUR  posted")
                .contains("+3.67 EUR  shown")
                .contains("owner       +2.33 EUR");
    }

    @Test
    void oneMerchantOnePurchaseAndADefinitionAreSettledByThemselves() {
        assertThat(settle("--events", events(), "--merchant", "B").out())
                .contains("+3.67 EUR")
                .doesNotContain("-6.00");
        assertThat(settle("--events", events(), "--purchase", "p3").out()).contains("+7.00 EUR  preview");
        assertThat(settle("--events", events(), "--merchant", "B").out())
                .contains(
                        "Entries of merchant B",
                        "Fri 2026-01-02 10:00  ada          p2        gives to the award of SHARE  -3.33 EUR",
                        "Fri 2026-01-02 10:00  ada          p3        paid from a wallet           +7.00 EUR");
        assertThat(settle("--events", events(), "--definition", "EASTERN").out())
                .contains("-6.00 EUR")
                .doesNotContain("+3.67");
        assertThat(settle("--events", events(), "--definition", "WESTERN").err())
                .contains("The settlement (WESTERN) is not in the programme; it has EASTERN.");
        assertThat(settle("--events", events(), "--merchant", "C").err())
                .contains("The merchant (C) is no unit of the programme");
        assertThat(settle("--events", events(), "--purchase", "p9").err()).contains("The purchase (p9) is not in ");
        assertThat(settle("--events", events(), "--purchase", "p1", "--merchant", "A")
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
    }

    @Test
    void aStoreIsSettledOnceAndShowsItsStatement() throws IOException {
        String store = directory.resolve("rewards.db").toString();
        CommandRun.of("evaluate", "--programme", programme(), "--events", events(), "--store", store);
        Path documents = directory.resolve("settlements.jsonl");
        Path csv = directory.resolve("entries.csv");

        CommandRun preview = settle("--store", store);
        CommandRun posted =
                settle("--store", store, "--post", "--documents", documents.toString(), "--csv", csv.toString());
        CommandRun again = settle("--store", store, "--post");
        CommandRun statement =
                CommandRun.of("statement", "--programme", programme(), "--store", store, "--merchant", "A");
        CommandRun check = CommandRun.of("store", "check", "--store", store);

        assertThat(preview.out()).contains("-6.00 EUR  preview");
        assertThat(posted.err()).isEmpty();
        assertThat(posted.out()).contains("-6.00 EUR  posted").contains("owner       +2.33 EUR");
        assertThat(again.out()).isEqualTo(posted.out());
        assertThat(settle("--store", store).out()).contains("Nothing is open to be settled.");
        assertThat(Files.readAllLines(documents))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"merchant\":\"A\",\"id\":\"2026-02-01T00:00:00Z/EVERYBODY\",\"number\":1,"
                        + "\"on\":\"2026-02-01T00:00:00Z\",\"recordedFrom\":\"2026-01-02T10:00:00Z\"")
                .contains(
                        "\"sums\":[{\"contributions\":\"-6.00 EUR\",\"reimbursements\":\"0.00 EUR\",\"fee\":\"0.00 EUR\","
                                + "\"before\":\"0.00 EUR\",\"after\":\"-6.00 EUR\"}],\"posted\":true,\"entries\":[{\"number\":1,"
                                + "\"taken\":{\"participant\":\"ada\"");
        assertThat(Files.readAllLines(csv))
                .hasSize(7)
                .first()
                .asString()
                .startsWith("merchant,settlement,posted,number");
        assertThat(statement.out())
                .contains("Settlements with merchant A")
                .contains("-6.00 EUR  Sun 2026-02-01")
                .contains("Head of the journal by then");
        CommandRun merchants = CommandRun.of("merchants", "--programme", programme(), "--store", store, "--unit", "B");
        assertThat(merchants.err()).isEmpty();
        assertThat(merchants.out())
                .containsPattern("  position +\\+3\\.67 EUR  settlement 2026-02-01T00:00:00Z/EVERYBODY\n")
                .containsPattern("  to be settled +none\n");
        assertThat(CommandRun.of("merchants", "--programme", programme(), "--store", store, "--csv", store)
                        .code())
                .isEqualTo(ExitCode.UNUSABLE);
        assertThat(check.row("settlements")).containsExactly("settlements", "2");
        assertThat(check.row("problems")).containsExactly("problems", "0");
    }

    @Test
    void whatIsOpenIsInTheStatementOfAMerchant() {
        assertThat(CommandRun.of("statement", "--programme", programme(), "--events", events(), "--merchant", "B")
                        .out())
                .contains("+3.67 EUR  open");
        assertThat(CommandRun.of("statement", "--programme", programme(), "--events", events(), "--merchant", "Z")
                        .out())
                .contains("Nothing was settled");
        assertThat(CommandRun.of(
                                "statement",
                                "--programme",
                                programme(),
                                "--events",
                                events(),
                                "--merchant",
                                "B",
                                "--from",
                                "2026-01-01")
                        .err())
                .contains("Leave out --from and --through.");
    }
}
