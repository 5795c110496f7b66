package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.decision.Outcome;
import io.rewards.engine.EventIdReusedException;
import io.rewards.json.OutcomeWriter;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever is asked again gets the same answer, and asking changes nothing. */
class RepetitionPropertyTest {

    @Test
    void aPreviewSaysWhatTheEvaluationWillSayAndRecordsNothing() {
        Cases.histories(30, history -> {
            InMemoryStore store = new InMemoryStore();
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS, store);
            Cases.events(history.events(), event -> {
                StoreState before = StoreState.of(store, history.programme(), history.events());
                Optional<Outcome> preview = shopkeeper.preview(event);
                shopkeeper.decidedNow(event).ifPresent(shopkeeper::verdictsOnAll);
                assertThat(StoreState.of(store, history.programme(), history.events()))
                        .isEqualTo(before);
                assertThat(shopkeeper.evaluate(event)).isEqualTo(preview);
            });
        });
    }

    @Test
    void anEventThatComesAgainGetsTheFirstOutcomeAndChangesNothing() {
        Cases.histories(30, history -> {
            InMemoryStore store = new InMemoryStore();
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS, store);
            Cases.events(history.events(), event -> {
                Optional<Outcome> first = shopkeeper.evaluate(event);
                StoreState after = StoreState.of(store, history.programme(), history.events());
                assertThat(shopkeeper.evaluate(event)).isEqualTo(first);
                assertThat(StoreState.of(store, history.programme(), history.events()))
                        .isEqualTo(after);
            });
            StoreState end = StoreState.of(store, history.programme(), history.events());
            end.recorded()
                    .values()
                    .forEach(recorded ->
                            assertThat(shopkeeper.evaluate(recorded.event())).contains(recorded.outcome()));
            assertThat(StoreState.of(store, history.programme(), history.events()))
                    .isEqualTo(end);
        });
    }

    @Test
    void anEventWithTheIdOfAnotherIsRefusedWithAnExceptionAndChangesNothing() {
        Cases.histories(30, history -> {
            InMemoryStore store = new InMemoryStore();
            Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS, store);
            Cases.events(history.events(), event -> {
                Optional<Recorded> known = store.recorded(event.key());
                StoreState before = StoreState.of(store, history.programme(), history.events());
                if (known.isPresent() && !known.get().event().sameAs(event)) {
                    assertThatThrownBy(() -> shopkeeper.engine().evaluate(event))
                            .isInstanceOf(EventIdReusedException.class);
                    assertThat(StoreState.of(store, history.programme(), history.events()))
                            .isEqualTo(before);
                } else {
                    shopkeeper.engine().evaluate(event);
                }
            });
        });
    }

    @Test
    void aReplayIntoAnEmptyStoreGivesTheSameBytes() {
        Cases.histories(30, history -> {
            List<byte[]> first = bytes(history);
            List<byte[]> second = bytes(history);
            assertThat(second).usingElementComparator(Arrays::compare).isEqualTo(first);
        });
    }

    private static List<byte[]> bytes(History history) {
        Shopkeeper shopkeeper = Shopkeeper.of(history, Shopkeeper.DROOLS);
        List<byte[]> bytes = new ArrayList<>();
        history.events()
                .forEach(event -> bytes.add(shopkeeper
                        .evaluate(event)
                        .map(OutcomeWriter::write)
                        .orElse("")
                        .getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }
}
