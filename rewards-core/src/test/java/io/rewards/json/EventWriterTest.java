package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Programme;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class EventWriterTest {

    private static final Programme PROGRAMME = Examples.everyField();
    private static final EventReader READER = new EventReader(PROGRAMME);
    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final EventHeader HEADER =
            EventHeader.of("INV-1", "P1", "U1", Instant.parse("2024-03-05T14:30:00Z"));

    @Test
    void anEventIsOneLineInAFixedOrderWithoutWhatIsEmpty() {
        Purchase purchase = Purchase.of(HEADER, PurchaseLine.of("1", "ESPRESSO", 2, Amount.of("5.00", EUR)));

        assertThat(EventWriter.write(purchase))
                .isEqualTo("{\"type\":\"purchase\",\"id\":\"INV-1\",\"participant\":\"P1\",\"unit\":\"U1\","
                        + "\"performedOn\":\"2024-03-05T14:30:00Z\",\"reference\":\"INV-1\",\"denomination\":\"EUR\","
                        + "\"lines\":[{\"id\":\"1\",\"product\":\"ESPRESSO\",\"quantity\":2,\"total\":\"5.00\"}]}");
    }

    @Test
    void theExamplesComeBackAsTheyWere() {
        for (String line : Examples.events()) {
            comesBack(READER.read("events.jsonl", line));
        }
    }

    @Test
    void thousandsOfRandomEventsComeBackAsTheyWere() {
        RandomEvents events = new RandomEvents(new Random(20240305));
        for (int i = 0; i < 5_000; i++) {
            comesBack(events.next());
        }
    }

    @Test
    void linesInSeveralDenominationsCannotBeWritten() {
        Purchase purchase = Purchase.of(
                HEADER,
                PurchaseLine.of("1", "ESPRESSO", 2, Amount.of("5.00", EUR)),
                PurchaseLine.of("2", "ESPRESSO", 2, Amount.of("5.00", new Denomination("USD", 2))));

        assertThatThrownBy(() -> EventWriter.write(purchase))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The amounts of event (INV-1) are in [EUR, USD];"
                        + " they must be in one denomination to be written.");
    }

    private static void comesBack(CustomerEvent event) {
        String written = EventWriter.write(event);
        assertThat(written).doesNotContain("\n");
        CustomerEvent read = READER.read("test", written);
        assertThat(read).as(written).isEqualTo(event);
        assertThat(EventWriter.write(read)).isEqualTo(written);
        assertThat(Schemas.errors(Schemas.EVENT, Schemas.JSON.readTree(written)))
                .as(written)
                .isEmpty();
    }

    /** Events of all kinds with texts of all kinds. */
    private static final class RandomEvents {

        private static final List<String> TEXTS = List.of(
                "A",
                "17",
                "true",
                "null",
                "1e3",
                "\"quoted\"",
                "back\\slash",
                "two\nlines",
                "tab\there",
                "Ελλάδα",
                "\ud83d\ude00",
                "a\u2028b",
                "\u0001",
                "{}",
                "[1]",
                " leading",
                "a.b[c]",
                "0123",
                "<tag>",
                "x".repeat(300));

        private final Random random;

        RandomEvents(Random random) {
            this.random = random;
        }

        CustomerEvent next() {
            EventHeader header = new EventHeader(
                    new EventKey(orEmpty(this::text), text()),
                    text(),
                    text(),
                    instant(),
                    maybe(this::instant),
                    attributes(AttributeOwner.EVENT));
            return switch (random.nextInt(7)) {
                case 0 -> new ParticipantRegistered(header, profile());
                case 1 -> new SchemeSignUp(header, text(), orEmpty(this::text));
                case 2 ->
                    new ParticipantTerminated(
                            header,
                            random.nextBoolean() ? TerminationReason.FRAUD : TerminationReason.CUSTOMER_REQUEST);
                case 3 -> new GoodsReturn(header, text(), lines());
                default ->
                    new Purchase(
                            header,
                            random.nextBoolean() ? header.key().id() : text(),
                            lines(),
                            new PaymentMedium(orEmpty(this::text), orEmpty(this::text)),
                            random.nextBoolean());
            };
        }

        private List<PurchaseLine> lines() {
            List<Denomination> denominations = List.of(
                    EUR,
                    EUR,
                    new Denomination("PTS", 0),
                    new Denomination("MILES", 3),
                    new Denomination("USD", 2),
                    new Denomination("JPY", 0),
                    new Denomination("SHELLS", random.nextInt(10)));
            Denomination denomination = denominations.get(random.nextInt(denominations.size()));
            List<PurchaseLine> lines = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                lines.add(new PurchaseLine(
                        text(),
                        text(),
                        orEmpty(this::text),
                        orEmpty(this::text),
                        random.nextInt(100) - 10,
                        new Amount(denomination, random.nextInt(1_000_000) - 1_000),
                        new Amount(denomination, random.nextInt(3)),
                        attributes(AttributeOwner.LINE)));
            }
            return lines;
        }

        private Profile profile() {
            List<Address> addresses = new ArrayList<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                addresses.add(new Address(
                        random.nextBoolean(),
                        orEmpty(this::text),
                        orEmpty(this::text),
                        orEmpty(this::text),
                        orEmpty(this::text)));
            }
            Set<String> segments = new TreeSet<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                segments.add(text());
            }
            return new Profile(
                    orEmpty(this::text),
                    maybe(this::date),
                    maybe(() -> MonthDay.of(1 + random.nextInt(12), 1 + random.nextInt(28))),
                    addresses,
                    segments,
                    orEmpty(this::text),
                    attributes(AttributeOwner.PARTICIPANT));
        }

        private Attributes attributes(AttributeOwner owner) {
            Map<String, AttributeValue> values = new TreeMap<>();
            for (AttributeDeclaration declared : PROGRAMME.attributes()) {
                if (declared.owner() == owner && random.nextBoolean()) {
                    values.put(declared.name(), value(declared.type()));
                }
            }
            return new Attributes(values);
        }

        private AttributeValue value(AttributeType type) {
            return switch (type) {
                case TEXT -> new AttributeValue.Text(orEmpty(this::text));
                case WHOLE_NUMBER -> new AttributeValue.WholeNumber(random.nextLong() / 100);
                case AMOUNT -> new AttributeValue.Money(new Amount(EUR, random.nextInt()));
                case DATE -> new AttributeValue.Date(date());
            };
        }

        private Instant instant() {
            Instant instant = Instant.ofEpochSecond(random.nextInt());
            return random.nextBoolean() ? instant : instant.plusNanos(random.nextInt(1_000_000_000));
        }

        private LocalDate date() {
            return LocalDate.of(1900 + random.nextInt(300), 1 + random.nextInt(12), 1 + random.nextInt(28));
        }

        private String text() {
            return TEXTS.get(random.nextInt(TEXTS.size()));
        }

        private String orEmpty(Supplier<String> text) {
            return random.nextBoolean() ? "" : text.get();
        }

        private <T> Optional<T> maybe(Supplier<T> value) {
            return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
        }
    }
}
