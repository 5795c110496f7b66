package io.rewards.cli.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.cli.file.LineReader;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.participant.Address;
import io.rewards.problem.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OnlineRetailImportTest {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country";
    private static final Denomination GBP = new Denomination("GBP", 2);

    private final List<CustomerEvent> events = new ArrayList<>();
    private final List<String> rejections = new ArrayList<>();

    @Test
    void aNewCustomerIsRegisteredAndSignsUpBeforeTheFirstPurchase() throws IOException {
        run("7,A,a thing,2,12/1/10 8:26,2.55,17850,United Kingdom", "8,A,a thing,1,12/1/10 9:00,2.55,17850,France");
        assertThat(events)
                .extracting(event -> event.key().id())
                .containsExactly("register-17850", "sign-up-17850-GIFTS", "sign-up-17850-TRADE", "7", "8");
        assertThat(events.subList(0, 4)).allSatisfy(event -> {
            assertThat(event.performedOn()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
            assertThat(event.participant()).isEqualTo("17850");
            assertThat(event.unit()).isEqualTo("ONLINE");
            assertThat(event.header().receivedOn()).isEmpty();
        });
        assertThat(((ParticipantRegistered) events.get(0)).profile().addresses())
                .containsExactly(Address.of(true, "United Kingdom", "", "United Kingdom", ""));
        assertThat(((SchemeSignUp) events.get(2)).scheme()).isEqualTo("TRADE");
    }

    @Test
    void anInvoiceIsOnePurchaseAtItsEarliestTime() throws IOException {
        ImportReport report = run(
                "7,A,a thing,2,12/1/10 16:58,2.55,1,UK",
                "7,POST,\"postage, by air\",1,12/1/10 16:57,18,1,UK",
                "7,M,entry,1,12/1/10 16:58,0,1,UK");
        Purchase purchase = (Purchase) events.get(3);
        assertThat(purchase.performedOn()).isEqualTo(Instant.parse("2010-12-01T16:57:00Z"));
        assertThat(purchase.reference()).isEqualTo("7");
        assertThat(purchase.header().processImmediately()).isTrue();
        assertThat(purchase.lines()).extracting(PurchaseLine::id).containsExactly("1", "2", "3");
        assertThat(purchase.lines()).extracting(PurchaseLine::type).containsExactly("GOODS", "POSTAGE", "FEE");
        assertThat(purchase.lines())
                .extracting(PurchaseLine::total)
                .containsExactly(Amount.of("5.10", GBP), Amount.of("18.00", GBP), Amount.of("0.00", GBP));
        assertThat(report.purchases()).isEqualTo(1);
        assertThat(report.purchaseLines()).isEqualTo(3);
    }

    @Test
    void aCancellationIsAReturnOfWhatWasBoughtBefore() throws IOException {
        ImportReport report = run(
                "7,B,another thing,1,12/1/10 8:26,2.55,1,UK",
                "7,A,a thing,5,12/1/10 8:26,2.55,1,UK",
                "C9,A,a thing,-3,12/1/10 8:27,2.550,1,UK");
        GoodsReturn goods = (GoodsReturn) events.get(4);
        assertThat(goods.key()).isEqualTo(EventKey.of("C9"));
        assertThat(goods.reference()).isEqualTo("C9");
        assertThat(goods.performedOn()).isEqualTo(Instant.parse("2010-12-01T08:27:00Z"));
        assertThat(goods.lines()).containsExactly(pieces("7", "2", 3));
        assertThat(report.returns()).isEqualTo(1);
        assertThat(report.returnLines()).isEqualTo(1);
        assertThat(report.strayLines()).isZero();
        assertThat(report.strayPieces()).isZero();
    }

    @Test
    void piecesComeBackOfTheNewestPurchaseFirst() throws IOException {
        ImportReport report = run(
                "7,A,a thing,2,12/1/10 8:26,1,1,UK",
                "8,A,a thing,3,12/2/10 8:26,1,1,UK",
                "8,A,a thing,1,12/2/10 8:26,1,1,UK",
                "C9,A,a thing,-5,12/3/10 8:26,1,1,UK",
                "C10,A,a thing,-4,12/4/10 8:26,1,1,UK");
        assertThat(returns())
                .extracting(GoodsReturn::lines)
                .containsExactly(
                        List.of(pieces("8", "2", 1), pieces("8", "1", 3), pieces("7", "1", 1)),
                        List.of(pieces("7", "1", 1)));
        assertThat(report.returnLines()).isEqualTo(2);
        assertThat(report.strayLines()).as("the second row in part").isZero();
        assertThat(report.strayPieces()).isEqualTo(3);
    }

    @Test
    void newestIsByDateAndNeverAfterTheReturn() throws IOException {
        run(
                "7,A,a thing,1,12/3/10 8:26,1,1,UK",
                "8,A,a thing,1,12/1/10 8:26,1,1,UK",
                "9,A,a thing,1,12/5/10 8:26,1,1,UK",
                "C10,A,a thing,-1,12/3/10 8:26,1,1,UK",
                "C11,A,a thing,-2,12/4/10 8:26,1,1,UK");
        assertThat(returns())
                .extracting(GoodsReturn::lines)
                .containsExactly(List.of(pieces("7", "1", 1)), List.of(pieces("8", "1", 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "another customer, 'C9,A,a thing,-2,12/2/10 8:26,1,2,UK'",
        "nobody known, 'C9,A,a thing,-2,12/2/10 8:26,1,,UK'",
        "another product, 'C9,B,a thing,-2,12/2/10 8:26,1,1,UK'",
        "another price, 'C9,A,a thing,-2,12/2/10 8:26,1.01,1,UK'",
        "before the purchase, 'C9,A,a thing,-2,11/30/10 8:26,1,1,UK'"
    })
    void aReturnOfWhatNobodyBoughtWritesNoEventAndIsCounted(String what, String row) throws IOException {
        ImportReport report = run("7,A,a thing,5,12/1/10 8:26,1,1,UK", row);
        assertThat(returns()).as(what).isEmpty();
        assertThat(report.participants()).as("registered for a purchase").isEqualTo(1);
        assertThat(report.returns()).isZero();
        assertThat(report.returnLines()).isZero();
        assertThat(report.strayLines()).isEqualTo(1);
        assertThat(report.strayPieces()).isEqualTo(2);
    }

    @Test
    void ofAReturnOnlyTheRowsAreWrittenThatWereBoughtInTheFile() throws IOException {
        ImportReport report = run(
                "7,A,a thing,5,12/1/10 8:26,1,1,UK",
                "C9,D,discount,-1,12/2/10 8:26,27.50,1,UK",
                "C9,A,a thing,-5,12/2/10 8:26,1,1,UK");
        assertThat(returns()).extracting(GoodsReturn::lines).containsExactly(List.of(pieces("7", "1", 5)));
        assertThat(report.returnLines()).isEqualTo(1);
        assertThat(report.strayLines()).isEqualTo(1);
        assertThat(report.strayPieces()).isEqualTo(1);
    }

    @Test
    void nothingComesBackOfAPurchaseThatIsRefused() throws IOException {
        ImportReport report = run(
                "7,A,a thing,5,12/1/10 8:26,1,1,UK",
                "7,B,another thing,-1,12/1/10 8:26,1,1,UK",
                "C9,A,a thing,-5,12/2/10 8:26,1,1,UK");
        assertThat(returns()).isEmpty();
        assertThat(report.strayPieces()).isEqualTo(5);
    }

    @Test
    void aBuyerWithoutAnIdIsUnknownAndNotRegistered() throws IOException {
        ImportReport report = run("7,A,a thing,1,12/1/10 8:26,1,,UK", "C8,A,a thing,-1,12/1/10 8:26,1,,UK");
        assertThat(events).extracting(CustomerEvent::participant).containsExactly("unknown");
        assertThat(report.participants()).isZero();
        assertThat(report.purchasesOfUnknown()).isEqualTo(1);
        assertThat(report.strayLines()).isEqualTo(1);
    }

    @Test
    void aNegativeQuantityOnAPurchaseIsPassedOn() throws IOException {
        ImportReport report = run("7,A,a thing,-10,12/1/10 8:26,0.5,1,UK", "7,A,a thing,0,12/1/10 8:26,0.5,1,UK");
        PurchaseLine line = ((Purchase) events.get(3)).lines().get(0);
        assertThat(line.quantity()).isEqualTo(-10);
        assertThat(line.total()).isEqualTo(Amount.of("-5.00", GBP));
        assertThat(report.belowOne()).isEqualTo(2);
    }

    @Test
    void aTotalIsRoundedHalfUpAndCounted() throws IOException {
        ImportReport report = run(
                "7,A,a thing,1,12/1/10 8:26,0.125,1,UK",
                "7,A,a thing,1,12/1/10 8:26,0.124,1,UK",
                "7,A,a thing,2,12/1/10 8:26,0.125,1,UK");
        assertThat(((Purchase) events.get(3)).lines())
                .extracting(PurchaseLine::total)
                .containsExactly(Amount.of("0.13", GBP), Amount.of("0.12", GBP), Amount.of("0.25", GBP));
        assertThat(report.rounded()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "12/1/10 8:26, 2010-12-01T08:26:00Z",
        "7/1/2011 8:26, 2011-07-01T07:26:00Z",
        "3/27/11 1:30, 2011-03-27T01:30:00Z",
        "10/30/11 1:30, 2011-10-30T00:30:00Z",
    })
    void timesAreOnTheClockOfTheShop(String written, Instant performedOn) throws IOException {
        run("7,A,a thing,1," + written + ",1,1,UK");
        assertThat(events.get(3).performedOn()).isEqualTo(performedOn);
    }

    @ParameterizedTest
    @CsvSource({
        "85123A, GOODS",
        "POST, POSTAGE",
        "DOT, POSTAGE",
        "C2, POSTAGE",
        "BANK CHARGES, FEE",
        "AMAZONFEE, FEE",
        "M, FEE",
        "m, FEE",
        "D, FEE",
        "S, FEE",
        "B, FEE",
        "CRUK, FEE",
        "PADS, FEE",
        "gift_0001_20, FEE",
        "DCGS0003, GOODS"
    })
    void stockCodesThatAreNotGoodsHaveATypeOfTheirOwn(String stockCode, LineType type) {
        assertThat(LineType.of(stockCode)).isEqualTo(type);
    }

    @Test
    void everyLineIsAccountedFor() throws IOException {
        ImportReport report = run(
                "7,A,\"a \"\"big\"\" thing\",1,12/1/10 8:26,1,1,UK",
                "",
                "7,A,\"no end,1,12/1/10 8:26,1,1,UK",
                "7,A,too few,1,12/1/10 8:26,1,1",
                "7,A,a thing,1.5,12/1/10 8:26,1,1,UK",
                "7,A,a thing,1,13/1/10 8:26,1,1,UK",
                "7,A,a thing,1,12/1/10 8:26,1e3,1,UK",
                "7,A,another customer,1,12/1/10 8:26,1,2,UK",
                "C8,A,a thing,-1,12/1/10 8:27,1,1,UK",
                "7,A,out of place,1,12/1/10 8:26,1,1,UK",
                "9, ,no code,1,12/1/10 8:26,1,1,UK",
                "9,A,too dear,999999999,12/1/10 8:26,999999999,1,UK",
                "C9,A,no return,1,12/1/10 8:26,1,1,UK",
                "C9,A,never bought,-2,12/1/10 8:26,2,1,UK");
        assertThat(rejections)
                .containsExactly(
                        "4 The line (7,A,\"no end,1,12/1/10 8:26,1,1,UK) must be comma-separated values: Missing"
                                + " closing quote for value.",
                        "5 The number (7) of columns must be 8, as in the first line. Maybe a quotation mark is"
                                + " missing, or a line break is inside of one.",
                        "6 The Quantity (1.5) must be a whole number of at most 9 digits, such as 6 or -1.",
                        "7 The InvoiceDate (13/1/10 8:26) must be a month, a day, a year and a time, such as 12/1/10"
                                + " 8:26 or 12/1/2010 8:26.",
                        "8 The UnitPrice (1e3) must be a decimal number of at most 9 digits before and after the"
                                + " point, such as 2.55.",
                        "9 The CustomerID (2) must be that of the first row (1) of invoice (7).",
                        "11 The rows of invoice (7) must follow one another; those before were left long ago. Sort the"
                                + " file.",
                        "12 The StockCode must not be blank.",
                        "13 The amount (999999998000000001.00 GBP) is larger than any amount can be.",
                        "14 The Quantity (1) of a cancellation must be below 0.");
        assertThat(report.lines()).isEqualTo(14);
        assertThat(report.purchaseLines()).isEqualTo(1);
        assertThat(report.returnLines()).isEqualTo(1);
        assertThat(report.strayLines()).isEqualTo(1);
        assertThat(report.unreadable()).isEqualTo(10);
        assertThat(report.blank()).isEqualTo(1);
    }

    @Test
    void aLineThatIsFarTooLongIsLeftOut() throws IOException {
        ImportReport report = run("7,A," + "x".repeat(70_000) + ",1,12/1/10 8:26,1,1,UK");
        assertThat(rejections).containsExactly("2 The line must have at most 65536 bytes.");
        assertThat(report.unreadable()).isEqualTo(1);
    }

    @Test
    void columnsMayStandInAnyOrder() throws IOException {
        run(
                StandardCharsets.UTF_8,
                "Country,CustomerID,UnitPrice,InvoiceDate,Quantity,StockCode,InvoiceNo",
                "UK,1,2.00,12/1/10 8:26,3,A,7");
        assertThat(((Purchase) events.get(3)).lines().get(0).total()).isEqualTo(Amount.of("6.00", GBP));
    }

    @Test
    void aFileInLatin1IsReadAllTheSame() throws IOException {
        ImportReport report =
                run(StandardCharsets.ISO_8859_1, HEADER, "7,A,caf\u00E9 sign \u00A33,1,12/1/10 8:26,3,1,UK");
        assertThat(report.purchaseLines()).isEqualTo(1);
    }

    @Test
    void aFileInUtf16IsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> run(StandardCharsets.UTF_16LE, HEADER, "7,A,a thing,1,12/1/10 8:26,3,1,UK"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The file is UTF-16; it must be UTF-8. Save it with that encoding.");
    }

    @Test
    void aCodeThatASpreadsheetMadeANumberIsNoCode() throws IOException {
        run(
                "5.36E+05,A,a thing,1,12/1/10 8:26,3,1,UK",
                "7,8.4e+4,a thing,1,12/1/10 8:26,3,1,UK",
                "7,A,a thing,1,12/1/10 8:26,3,17850.0,UK",
                "7,84029E,a thing,1,12/1/10 8:26,3,17850,UK");
        assertThat(rejections)
                .containsExactly(
                        "2 The InvoiceNo (5.36E+05) was made a number, perhaps by a spreadsheet; the column must be saved"
                                + " as text.",
                        "3 The StockCode (8.4e+4) was made a number, perhaps by a spreadsheet; the column must be saved"
                                + " as text.",
                        "4 The CustomerID (17850.0) was made a number, perhaps by a spreadsheet; the column must be saved"
                                + " as text.");
        assertThat(events).extracting(CustomerEvent::participant).containsOnly("17850");
    }

    @Test
    void aFileWithoutTheColumnsIsRefused() {
        assertThatThrownBy(() -> run(StandardCharsets.UTF_8, "InvoiceNo,Quantity", "1,2"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("it lacks StockCode, InvoiceDate, UnitPrice, CustomerID, Country.");
        assertThatThrownBy(() -> run(StandardCharsets.UTF_8)).isInstanceOf(InvalidInputException.class);
    }

    private List<GoodsReturn> returns() {
        return events.stream()
                .filter(GoodsReturn.class::isInstance)
                .map(GoodsReturn.class::cast)
                .toList();
    }

    private static ReturnedLine pieces(String purchase, String line, long quantity) {
        return new ReturnedLine(EventKey.of(purchase), line, quantity);
    }

    private ImportReport run(String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(List.of(rows));
        return run(StandardCharsets.UTF_8, lines.toArray(String[]::new));
    }

    private ImportReport run(Charset charset, String... lines) throws IOException {
        byte[] bytes = String.join("\n", lines).getBytes(charset);
        ImportPlan plan = new ImportPlan(ZoneId.of("Europe/London"), GBP, "ONLINE", List.of("GIFTS", "TRADE"));
        try (LineReader reader = new LineReader(new ByteArrayInputStream(bytes), OnlineRetailImport.LONGEST_LINE)) {
            return OnlineRetailImport.run(
                    "retail.csv", reader, plan, events::add, (line, message) -> rejections.add(line + " " + message));
        }
    }
}
