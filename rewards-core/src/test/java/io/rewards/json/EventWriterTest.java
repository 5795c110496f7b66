package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.HoldPlaced;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.RaisedEvent;
import io.rewards.event.SpendRequested;
import io.rewards.event.SpendWish;
import io.rewards.kind.EventKind;
import io.rewards.kind.EventKinds;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
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
            comesBack("", READER.read("events.jsonl", line));
        }
    }

    @Test
    void thousandsOfRandomEventsComeBackAsTheyWere() {
        for (int seed = 0; seed < 200; seed++) {
            for (EventKind<? extends CustomerEvent> kind : EventKinds.all()) {
                CustomerEvent event = new RandomEvents(PROGRAMME, new Random(seed)).next(kind.word());
                assertThat(EventKinds.of(event).word()).isEqualTo(kind.word());
                comesBack("seed " + seed + ", " + kind.word() + ": ", event);
            }
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

    @Test
    void anAmountIsWrittenBesideItsDenominationAndAKeyWithItsSystem() {
        SpendRequested requested = new SpendRequested(
                HEADER,
                new EventKey("pos", "INV-7"),
                SpendWish.of(Amount.of("2.50", EUR)).from(EventKey.of("H")));

        assertThat(EventWriter.write(requested))
                .isEqualTo("{\"type\":\"spend_requested\",\"id\":\"INV-1\",\"participant\":\"P1\",\"unit\":\"U1\","
                        + "\"performedOn\":\"2024-03-05T14:30:00Z\",\"purchase\":{\"id\":\"INV-7\",\"system\":\"pos\"},"
                        + "\"denomination\":\"EUR\",\"amount\":\"2.50\",\"hold\":{\"id\":\"H\"}}");
    }

    @Test
    void aPurchaseAndWhatItWantsToSpendAreInOneDenomination() {
        PurchaseLine line = PurchaseLine.of("1", "ESPRESSO", 2, Amount.of("5.00", EUR));
        Amount points = new Amount(new Denomination("PTS", 0), 5);
        Instant until = Instant.parse("2024-03-05T15:30:00Z");

        comesBack("", Purchase.of(HEADER).spending(SpendWish.of(points)));
        comesBack("", Purchase.of(HEADER, line).spending(SpendWish.ALL));
        for (CustomerEvent event : List.of(
                Purchase.of(HEADER, line).spending(SpendWish.of(points)),
                new HoldPlaced(HEADER, List.of(line), Optional.of(points), until))) {
            assertThatThrownBy(() -> EventWriter.write(event))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The amounts of event (INV-1) are in [EUR, PTS];"
                            + " they must be in one denomination to be written.");
        }
    }

    /** What a host can send is also valid by the schema; what the engine raises is not in it. */
    private static void comesBack(String name, CustomerEvent event) {
        String written = EventWriter.write(event);
        assertThat(written).doesNotContain("\n");
        CustomerEvent read = READER.read("test", written);
        assertThat(read).as(name + written).isEqualTo(event);
        assertThat(EventWriter.write(read)).isEqualTo(written);
        assertThat(Schemas.errors(Schemas.EVENT, Schemas.JSON.readTree(written)).isEmpty())
                .as(name + written)
                .isNotEqualTo(event instanceof RaisedEvent);
    }
}
