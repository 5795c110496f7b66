package io.rewards.engine;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How the cases of a rule pack went. Immutable.
 *
 * @param results one for each case, in order of files and places in them
 * @param rulesWithoutCase ids of rules that fired in no case
 */
public record CaseReport(List<CaseResult> results, Set<String> rulesWithoutCase) {

    /** Copies both. */
    public CaseReport {
        results = List.copyOf(results);
        rulesWithoutCase = Collections.unmodifiableSet(new TreeSet<>(rulesWithoutCase));
    }

    /** True when every case passed and every rule fired in one. */
    public boolean passed() {
        return rulesWithoutCase.isEmpty() && results.stream().allMatch(CaseResult::passed);
    }
}
