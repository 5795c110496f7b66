package io.rewards.engine;

import io.rewards.problem.Problem;
import java.util.List;

/**
 * What is to be known of a programme that was taken. Immutable. Source: domain 3.12.
 *
 * @param warnings what money in accounts may need and the programme does not have any more
 */
public record ReloadReport(List<Problem> warnings) {

    /** Copies the list. */
    public ReloadReport {
        warnings = List.copyOf(warnings);
    }
}
