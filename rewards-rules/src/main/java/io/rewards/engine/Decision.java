package io.rewards.engine;

import io.rewards.decision.Answer;
import io.rewards.decision.Outcome;
import io.rewards.store.Changes;
import java.util.List;
import java.util.Optional;

/**
 * An outcome, and what to write so that it becomes true. Immutable.
 *
 * @param outcome of the event
 * @param changes to commit; empty where nothing is recorded
 * @param answers everything the rules said
 */
record Decision(Outcome outcome, Optional<Changes> changes, List<Answer> answers) {

    /** The same, but that nothing is written. */
    Decision withoutChanges() {
        return new Decision(outcome, Optional.empty(), answers);
    }

    static Decision nothing(Outcome outcome) {
        return new Decision(outcome, Optional.empty(), List.of());
    }
}
