package io.rewards.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.account.Loaded;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.event.CustomerEvent;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.past.Needs;
import io.rewards.past.Past;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreException;
import io.rewards.store.StoreInFront;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A store that fails while rules ask the past is no failure of a rule, and none of a participant. */
class FailingPastTest {

    private static final Programme PROGRAMME = ProgrammeReader.read("past.yaml", """
            name: Past
            settings: {zone: Europe/Nicosia, currency: EUR}
            units: [{code: SHOP}]
            schemes: [{code: CLUB, signUp: {option: AUTO}}]
            offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
            offers:
              - number: 1
                code: ONCE-A-DAY
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 10.00}
                award: {amount: 1.00}
                caps: [{of: PARTICIPANT, awards: 1, per: DAY}]
            """);

    private boolean fails;
    private final RewardsStore store = new FullDisk();
    private final RewardsEngine engine = RewardsEngine.builder(
                    PROGRAMME, store, () -> Instant.parse("2026-01-01T00:00:00Z"))
            .build();

    /** Of which the past cannot be asked while it fails. */
    private final class FullDisk extends StoreInFront {

        FullDisk() {
            super(new InMemoryStore());
        }

        @Override
        public Optional<Loaded> load(String participant, Needs needs) {
            return super.load(participant, needs).map(loaded -> new Loaded(loaded.account(), failing(loaded.past())));
        }

        private Past failing(Past past) {
            return (Past) Proxy.newProxyInstance(
                    FailingPastTest.class.getClassLoader(), new Class<?>[] {Past.class}, (proxy, method, arguments) -> {
                        if (fails && method.getName().startsWith("awards")) {
                            throw new StoreException(new IOException("The disk is full."));
                        }
                        try {
                            return method.invoke(past, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }

    @Test
    void whoeverEvaluatesHearsThatTheStoreFailedAndSendsAgain() {
        engine.evaluate(registered());
        CustomerEvent purchase = purchase("p1", true);

        fails = true;
        assertThatThrownBy(() -> engine.evaluate(purchase))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("The disk is full.");
        fails = false;

        assertThat(engine.evaluate(purchase).granted()).hasSize(1);
    }

    @Test
    void aRunEndsWhereItIsAndGoesOnInOrder() {
        engine.evaluate(registered());
        engine.evaluate(purchase("p1", false));
        engine.evaluate(purchase("p2", false));
        RunDefinition everything = RunDefinition.ofEverything("NIGHTLY");
        Instant night = Instant.parse("2025-03-03T00:00:00Z");

        fails = true;
        assertThatThrownBy(() -> engine.runs().run(everything, night, RunListener.NONE))
                .isInstanceOf(StoreException.class);
        fails = false;
        RunReport report = engine.runs().run(everything, night, RunListener.NONE);

        assertThat(report.failures()).isEmpty();
        assertThat(store.account("ada").orElseThrow().lots())
                .extracting(lot -> lot.id())
                .containsExactly("p1#ONCE-A-DAY");
    }

    private static CustomerEvent registered() {
        return read("""
                {"id": "r", "type": "participant_registered", "participant": "ada", "unit": "SHOP",
                 "performedOn": "2025-03-01T10:00:00Z"}""");
    }

    private static CustomerEvent purchase(String id, boolean atOnce) {
        return read("""
                {"id": "%s", "type": "purchase", "participant": "ada", "unit": "SHOP",
                 "performedOn": "2025-03-02T10:0%s:00Z", "processImmediately": %s,
                 "lines": [{"product": "WINE", "quantity": 2, "total": "22.40"}]}""".formatted(id, id.substring(1), atOnce));
    }

    private static CustomerEvent read(String event) {
        return new EventReader(PROGRAMME).read("test", event);
    }
}
