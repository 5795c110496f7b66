package io.rewards.engine;

import static io.rewards.engine.Community.header;
import static io.rewards.engine.Community.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.decision.Outcome;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.json.EventWriter;
import io.rewards.json.OutcomeWriter;
import io.rewards.participant.Profile;
import io.rewards.participant.Secret;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Recorded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Access tokens that the engine makes. Domain 4.7. */
class GeneratedTokenTest {

    private static final VoucherKey KEY = VoucherKey.of("a key of some bytes".getBytes(StandardCharsets.UTF_8));
    private static final AccessTokenChanged MAKE = AccessTokenChanged.generated(header("T/1", "ANNA", "2024-02-01"));

    private final InMemoryStore store = new InMemoryStore();
    private final RewardsEngine engine = engine(Optional.of(KEY), store);

    private static RewardsEngine engine(Optional<VoucherKey> key, InMemoryStore store) {
        RewardsEngineBuilder builder = RewardsEngine.builder(
                        Shop.programme(Shop.settings()), store, () -> Instant.parse("2030-01-01T00:00:00Z"))
                .withRules(Shop.RULES);
        key.ifPresent(builder::withVoucherKey);
        RewardsEngine engine = builder.build();
        engine.evaluate(new ParticipantRegistered(header("R", "ANNA", "2024-01-01"), Profile.EMPTY));
        return engine;
    }

    @Test
    void theOutcomeTellsTheTokenOnceAndTheStoreKeepsItsHash() {
        Outcome outcome = engine.evaluate(MAKE);
        Secret token = outcome.token().orElseThrow();
        assertThat(token.text()).matches("[0-9A-V]{26}");
        assertThat(engine.participants().withToken(token.text())).contains("ANNA");
        Recorded recorded = store.recorded(MAKE.key()).orElseThrow();
        assertThat(recorded.outcome().token()).isEmpty();
        assertThat(OutcomeWriter.write(recorded.outcome()) + EventWriter.write(recorded.event()) + recorded + outcome)
                .doesNotContain(token.text());
        assertThat(OutcomeWriter.write(outcome)).contains("\"token\":\"" + token.text() + "\"");
    }

    @Test
    void theSameEventAgainGetsTheFirstOutcomeWithoutTheToken() {
        String token = engine.evaluate(MAKE).token().orElseThrow().text();
        Outcome again = engine.evaluate(MAKE);
        assertThat(again).isEqualTo(store.recorded(MAKE.key()).orElseThrow().outcome());
        assertThat(again.token()).isEmpty();
        assertThat(engine.participants().accessToken(MAKE.key())).isEqualTo(token);
    }

    @Test
    void aPreviewTellsWhatTheEventWouldTellAndMakesNothing() {
        Secret token = engine.preview(MAKE).token().orElseThrow();
        assertThat(engine.participants().withToken(token.text())).isEmpty();
        assertThat(engine.evaluate(MAKE).token()).contains(token);
    }

    @Test
    void eachEventAndEachKeyMakesATokenOfItsOwn() {
        String one = engine.evaluate(MAKE).token().orElseThrow().text();
        String two = engine.evaluate(AccessTokenChanged.generated(header("T2", "ANNA", "2024-02-01")))
                .token()
                .orElseThrow()
                .text();
        VoucherKey other = VoucherKey.of("another key, as long".getBytes(StandardCharsets.UTF_8));
        String three = engine(Optional.of(other), new InMemoryStore())
                .evaluate(MAKE)
                .token()
                .orElseThrow()
                .text();
        assertThat(one).isNotEqualTo(two).isNotEqualTo(three);
        assertThat(engine.participants().withToken(one)).contains("ANNA");
    }

    @Test
    void aTokenThatWasMadeCanBeTakenAway() {
        Secret token = engine.evaluate(MAKE).token().orElseThrow();
        engine.evaluate(new AccessTokenChanged(header("T2", "ANNA", "2024-02-02"), token.hash(), false));
        assertThat(engine.participants().withToken(token.text())).isEmpty();
    }

    @Test
    void withoutAKeyNoTokenIsMade() {
        Outcome refused = engine(Optional.empty(), new InMemoryStore()).evaluate(MAKE);
        assertThat(problems(refused))
                .containsExactly("generate: The engine makes tokens by its key, and was built without one.");
        assertThat(refused.token()).isEmpty();
    }

    @Test
    void whatIsRefusedTellsNoToken() {
        Outcome refused = engine.evaluate(AccessTokenChanged.generated(header("T9", "NOBODY", "2024-02-01")));
        assertThat(refused.isRecorded()).isFalse();
        assertThat(refused.token()).isEmpty();
        assertThat(problems(
                        engine.evaluate(new AccessTokenChanged(header("T8", "ANNA", "2024-02-01"), "", false, true))))
                .contains(
                        "generate: A token that is made identifies the participant from then on; it cannot be made and"
                                + " not be valid.");
    }

    @Test
    void theTokenOfAnEventThatMadeNoneIsNotTold() {
        engine.evaluate(new AccessTokenChanged(header("T3", "ANNA", "2024-02-01"), Secret.hashOf("own"), true));
        for (String event : new String[] {"T3", "never"}) {
            assertThatThrownBy(() -> engine.participants().accessToken(EventKey.of(event)))
                    .hasMessage("The event (" + event + ") has made no access token that this engine's key makes.");
        }
    }
}
