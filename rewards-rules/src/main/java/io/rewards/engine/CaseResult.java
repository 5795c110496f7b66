package io.rewards.engine;

import java.util.List;

/**
 * How one case of a rule pack went. Immutable.
 *
 * @param file the case file, relative to the pack
 * @param name the sentence that names the case
 * @param failures what differed from what the case expects; empty when it passed
 */
public record CaseResult(String file, String name, List<String> failures) {

    /** Copies the failures. */
    public CaseResult {
        failures = List.copyOf(failures);
    }

    /** True when nothing differed. */
    public boolean passed() {
        return failures.isEmpty();
    }
}
