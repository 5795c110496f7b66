package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.participant.Address;
import io.rewards.participant.Profile;
import io.rewards.participant.TerminationReason;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventReaderTest {

    private static final EventReader READER = new EventReader(Examples.everyField());
    private static final Denomination EUR = new Denomination("EUR", 2);

    @Test
    void aPurchaseWithEverythingIsRead() {
        EventHeader header = new EventHeader(
                new EventKey("pos", "INV-2"),
                "P1",
                "U2",
                Instant.parse("2024-03-05T16:30:00Z"),
                Optional.of(Instant.parse("2024-03-05T16:30:02Z")),
                new Attributes(Map.of(
                        "channel", new AttributeValue.Text("WEB"),
                        "deposit", new AttributeValue.Money(Amount.of("2.50", EUR)))));
        PurchaseLine coffee = new PurchaseLine(
                "A",
                "ESPRESSO",
                "COFFEE",
                "FOOD",
                2,
                Amount.of("5.00", EUR),
                Amount.of("0.80", EUR),
                new Attributes(Map.of("weight", new AttributeValue.WholeNumber(3))));
        PurchaseLine bag = PurchaseLine.of("2", "BAG", 1, Amount.of("0.10", EUR));

        assertThat(example("INV-2"))
                .isEqualTo(new Purchase(
                        header, "R-77", List.of(coffee, bag), new PaymentMedium("VISA", "CREDIT_CARD"), false));
    }

    @Test
    void aPurchaseWithLittleHasTheDefaults() {
        EventHeader header = EventHeader.of("INV-1", "P1", "U1", Instant.parse("2024-03-05T14:30:00Z"));

        assertThat(example("INV-1"))
                .isEqualTo(Purchase.of(header, PurchaseLine.of("1", "ESPRESSO", 2, Amount.of("5.00", EUR))));
    }

    @Test
    void aRegistrationIsRead() {
        assertThat(((ParticipantRegistered) example("REG-1")).profile()).isEqualTo(Profile.EMPTY);
        assertThat(((ParticipantRegistered) example("REG-2")).profile())
                .isEqualTo(new Profile(
                        "Maria",
                        Optional.of(LocalDate.of(1990, 2, 28)),
                        Optional.of(MonthDay.of(5, 21)),
                        List.of(
                                new Address(true, "CY", "Limassol", "Coast", "Old Port"),
                                new Address(false, "", "Paris", "", "")),
                        Set.of("VIP", "STUDENTS"),
                        "GOLD",
                        new Attributes(Map.of("memberSince", new AttributeValue.Date(LocalDate.of(2019, 7, 1))))));
        assertThat(example("REG-2").header().receivedOn()).contains(Instant.parse("2024-03-01T07:00:01.500Z"));
    }

    @Test
    void signUpsTerminationsAndReturnsAreRead() {
        assertThat(((SchemeSignUp) example("SIGN-1")).referenceCode()).isEmpty();
        assertThat(((SchemeSignUp) example("SIGN-2")).scheme()).isEqualTo("CLUB");
        assertThat(((SchemeSignUp) example("SIGN-2")).referenceCode()).isEqualTo("ST-17");
        assertThat(((ParticipantTerminated) example("END-1")).reason()).isEqualTo(TerminationReason.CUSTOMER_REQUEST);
        GoodsReturn goods = (GoodsReturn) example("RET-1");
        assertThat(goods.reference()).isEqualTo("CN-1");
        assertThat(goods.lines()).containsExactly(PurchaseLine.of("A", "ESPRESSO", 1, Amount.of("2.50", EUR)));
    }

    @Test
    void anUnknownDenominationIsReadWithTheDecimalsThatWereWritten() {
        assertThat(((Purchase) example("INV-3")).lines())
                .extracting(PurchaseLine::total)
                .containsExactly(
                        new Amount(new Denomination("USD", 3), 5125), new Amount(new Denomination("USD", 3), 100));
        assertThat(total("USD", "5")).isEqualTo(new Amount(new Denomination("USD", 2), 500));
        assertThat(total("JPY", "5")).isEqualTo(new Amount(new Denomination("JPY", 0), 5));
        assertThat(total("SHELLS", "5.0")).isEqualTo(new Amount(new Denomination("SHELLS", 1), 50));
        assertThat(total("MILES", "5")).isEqualTo(new Amount(new Denomination("MILES", 3), 5000));
    }

    @Test
    void negativeAndAbsurdAmountsAreLeftForTheEngineToRefuse() {
        Purchase purchase = (Purchase) READER.read("test", """
                {"type":"purchase","id":"X","participant":"P1","unit":"NOWHERE","performedOn":"9999-03-05T16:30:00Z",
                 "lines":[{"product":"?","quantity":-2,"total":"-5.00","vat":7},{"id":"2","product":"?","quantity":0,"total":0},
                  {"id":"2","product":"?","quantity":999999999999999999,"total":9999999999999999.99}]}""");

        assertThat(purchase.lines()).extracting(PurchaseLine::quantity).containsExactly(-2L, 0L, 999999999999999999L);
        assertThat(purchase.lines())
                .extracting(line -> line.total().units())
                .containsExactly(-500L, 0L, 999999999999999999L);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        assertThat(Examples.problemsOfEvent("""
                {"type":"purchase","id":"","participnt":"P1","performedOn":"2024-03-05T16:30:00","denomination":"eur",
                 "processImmediately":"yes","attributes":{"chanel":"WEB"},
                 "lines":[{"product":"A","quantity":"2","total":"5.00 EUR"},{"id":"B","quantity":1.5,"total":"x","colour":1}]}"""))
                .containsExactlyInAnyOrder(
                        "id: The id () must not be blank. (line 1)",
                        "participnt: The field (participnt) is not known here. Maybe you meant participant. (line 1)",
                        "unit: The field (unit) is missing; it must be given. (line 1)",
                        "performedOn: The performedOn (2024-03-05T16:30:00) must be a date and time with an offset,"
                                + " such as 2024-03-05T16:30:00+02:00 or 2024-03-05T14:30:00Z. (line 1)",
                        "denomination: The code (eur) of a denomination must be 2 to 12 capital letters, digits or"
                                + " underscores, starting with a letter, such as EUR or PTS. (line 1)",
                        "processImmediately: The processImmediately (yes) must be true or false. (line 2)",
                        "attributes.chanel: The attribute (event.chanel) is not declared in the attributes of the"
                                + " programme. Maybe you meant event.channel. (line 2)",
                        "lines[1].quantity: The quantity (2) must be a whole number of at most 18 digits, such as 12."
                                + " (line 3)",
                        "lines[1].total: The total (5.00 EUR) must be a decimal number without a denomination,"
                                + " such as 2.50. (line 3)",
                        "lines[B].product: The field (product) is missing; it must be given. (line 3)",
                        "lines[B].quantity: The quantity (1.5) must be a whole number of at most 18 digits,"
                                + " such as 12. (line 3)",
                        "lines[B].total: The total (x) must be a decimal number without a denomination,"
                                + " such as 2.50. (line 3)",
                        "lines[B].colour: The field (colour) is not known here. The fields here are id, product, type,"
                                + " family, quantity, total, vat, attributes. (line 3)");
    }

    @Test
    void anUnknownTypeIsOneProblemBesideThoseOfTheHeader() {
        assertThat(Examples.problemsOfEvent("{\"type\":\"purchse\",\"id\":\"X\",\"lines\":[],\"unit\":\"U1\"}"))
                .containsExactly(
                        "type: The type (purchse) must be one of purchase, participant_registered, scheme_sign_up,"
                                + " participant_terminated, goods_return. Maybe you meant purchase.",
                        "participant: The field (participant) is missing; it must be given.",
                        "performedOn: The field (performedOn) is missing; it must be given.");
        assertThat(Examples.problemsOfEvent("{}")).hasSize(5);
    }

    @Test
    void fieldsOfAnotherTypeOfEventAreUnknown() {
        assertThat(Examples.problemsOfEvent("""
                {"type":"scheme_sign_up","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z","scheme":"CLUB","lines":[]}"""))
                .singleElement()
                .asString()
                .startsWith("lines: The field (lines) is not known here.");
    }

    @Test
    void tooManyDecimalsAreRefusedInADenominationOfTheProgramme() {
        assertThat(Examples.problemsOfEvent("""
                {"type":"purchase","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z","lines":[{"product":"A","quantity":1,"total":"5.000"}]}"""))
                .containsExactly("lines[1].total: The total (5.000) must have at most 2 decimals, as EUR demands.");
    }

    @Test
    void numbersWillDoForTexts() {
        CustomerEvent event = READER.read("test", """
                {"type":"scheme_sign_up","id":17,"participant":1.50,"unit":true,"performedOn":"2024-03-05T16:30:00Z","scheme":"CLUB"}""");

        assertThat(event.key()).isEqualTo(EventKey.of("17"));
        assertThat(event.participant()).isEqualTo("1.50");
        assertThat(event.unit()).isEqualTo("true");
    }

    private static CustomerEvent example(String id) {
        return Examples.events().stream()
                .map(line -> READER.read("events.jsonl", line))
                .filter(event -> event.key().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Amount total(String denomination, String total) {
        Purchase purchase = (Purchase) READER.read("test", """
                {"type":"purchase","id":"X","participant":"P1","unit":"U1","performedOn":"2024-03-05T16:30:00Z",\
                "denomination":"%s","lines":[{"product":"A","quantity":1,"total":%s}]}""".formatted(denomination, total));
        return purchase.lines().get(0).total();
    }
}
