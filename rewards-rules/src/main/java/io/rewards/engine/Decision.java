package io.rewards.engine;

import io.rewards.decision.Answer;
import io.rewards.decision.Outcome;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.store.Recorded;
import java.util.List;
import java.util.Optional;

/**
 * An outcome, and what to write so that it becomes true. Immutable.
 *
 * @param event under whose key it is recorded
 * @param outcome of the event
 * @param effect to commit; empty where nothing is recorded
 * @param answers everything the rules said
 */
record Decision(CustomerEvent event, Outcome outcome, Optional<Effect> effect, List<Answer> answers) {

    /** The same, but that nothing is written. */
    Decision withoutEffect() {
        return new Decision(event, outcome, Optional.empty(), answers);
    }

    /** What is recorded with the effect. */
    Recorded recorded() {
        return new Recorded(event, outcome);
    }
}
