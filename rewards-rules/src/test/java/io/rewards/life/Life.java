package io.rewards.life;

import io.rewards.catalogue.Programme;
import io.rewards.decision.Outcome;
import io.rewards.engine.EventIdReusedException;
import io.rewards.engine.RewardsEngine;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.run.RunListener;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** An engine that lives through a story. For one thread. */
final class Life {

    static final RuleSet RULES = DroolsRuleCompiler.compile(RulePack.builtIn());

    private final RewardsStore store;
    private RewardsEngine engine;
    private Instant now = Instant.EPOCH;

    Life(Programme programme, RewardsStore store) {
        this.store = store;
        engine = build(programme);
    }

    /** Does what the scene says; the outcome of an event, unless its id belongs to another. */
    Optional<Outcome> live(Scene scene) {
        now = scene.at();
        if (scene instanceof Scene.Submit submit) {
            try {
                return Optional.of(engine.evaluate(submit.event()));
            } catch (EventIdReusedException e) {
                return Optional.empty();
            }
        }
        if (scene instanceof Scene.Run run) {
            engine.runs().run(run.definition(), run.asOf(), RunListener.NONE);
        } else if (scene instanceof Scene.Reload reload) {
            engine.reload(reload.programme());
        }
        return Optional.empty();
    }

    /** The engine stops, and another starts on the same store. */
    void restart() {
        engine = build(engine.programme());
    }

    /** Does what was left undone when the engine stopped. */
    void recover() {
        engine.runs().applyFollowUps();
    }

    /** The awards that were recorded with an event. */
    static Stream<Given> awards(Recorded recorded) {
        return recorded.outcome().transactions().stream()
                .filter(transaction -> transaction.kind() == TransactionKind.AWARD)
                .map(Life::given);
    }

    private static Given given(Transaction award) {
        return new Given(
                award.participant(),
                award.offer(),
                award.amount(),
                award.on(),
                award.subject().text());
    }

    private RewardsEngine build(Programme programme) {
        return RewardsEngine.builder(programme, store, () -> now)
                .withRules(RULES)
                .withReferenceCodes((scheme, code) -> code.startsWith("OK-"))
                .build();
    }
}
