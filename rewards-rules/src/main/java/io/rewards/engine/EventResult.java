package io.rewards.engine;

import io.rewards.decision.Answer;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.effect.Effect;
import java.util.List;

/**
 * What has come of an event when it leaves the corridor. Immutable.
 *
 * @param status of the outcome
 * @param effect of it
 * @param verdicts on offers
 * @param answers everything the rules said
 */
record EventResult(Outcome.Status status, Effect effect, List<Verdict> verdicts, List<Answer> answers) {

    /** An event that was processed without any offer being asked. */
    static EventResult processed(Effect effect) {
        return new EventResult(Outcome.Status.PROCESSED, effect, List.of(), List.of());
    }

    /** An event that is left to the next run. */
    static EventResult queued(Effect effect) {
        return new EventResult(Outcome.Status.QUEUED, effect, List.of(), List.of());
    }

    /** This result with another effect. */
    EventResult with(Effect changed) {
        return new EventResult(status, changed, verdicts, answers);
    }
}
