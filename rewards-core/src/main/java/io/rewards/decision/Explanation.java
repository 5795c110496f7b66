package io.rewards.decision;

import io.rewards.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * Why one offer does or does not apply to one event. Immutable.
 *
 * @param offer code of the offer
 * @param verdict on it; empty where the event is refused
 * @param problems why the event is refused; empty unless it is
 * @param recorded true when this is the verdict that was recorded, false when it was decided now
 */
public record Explanation(String offer, Optional<Verdict> verdict, List<Problem> problems, boolean recorded) {

    /** Copies the problems. */
    public Explanation {
        problems = List.copyOf(problems);
    }
}
