package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.amount.Amount;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.json.DrawnEvents;
import io.rewards.wallet.Counted;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoredFormTest {

    @Test
    void recordsStandByTheNamesOfTheirComponents() {
        Counted counted = new Counted(new EventKey("till 3", "INV/1"), Instant.parse("2026-03-05T14:30:00Z"), 3);

        assertThat(StoredForm.of(counted).json())
                .isEqualTo(
                        "{\"event\":\"till 3/INV/1\",\"performedOn\":\"2026-03-05T14:30:00Z\",\"units\":3,\"rewarded\":3}");
    }

    @Test
    void eventsOfEveryKindAreReadBackAsTheyWere() {
        for (long seed = 0; seed < 100; seed++) {
            DrawnEvents.ofEachKind(seed).forEach(event -> {
                String body = StoredForm.of(event).json();
                assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(body)).isTrue();
                assertThat(StoredForm.read(body, CustomerEvent.class)).isEqualTo(event);
            });
        }
    }

    @Test
    void halvesOfPairsAreReadBack() {
        Counted counted = new Counted(EventKey.of("\ud83d and \u0000 and \ude00"), Instant.EPOCH, 1);
        String body = StoredForm.of(counted).json();

        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(body)).isTrue();
        assertThat(StoredForm.read(body, Counted.class)).isEqualTo(counted);
    }

    @Test
    void whatCannotBeReadSaysWhatItIs() {
        assertThatThrownBy(() -> StoredForm.read("{\"event\": \"E\", \"weight\": 3}", Counted.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "The store holds a Counted that cannot be read ({\"event\": \"E\", \"weight\": 3}): ");
        assertThatThrownBy(() -> StoredForm.read("\"much\"", Amount.class)).isInstanceOf(IllegalStateException.class);
    }
}
