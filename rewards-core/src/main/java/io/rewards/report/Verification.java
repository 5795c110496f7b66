package io.rewards.report;

import io.rewards.problem.Problem;
import java.util.List;

/**
 * What a look through all wallets and journals has found. Immutable.
 *
 * @param participants that were looked at
 * @param transactions in their journals
 * @param chains journals with at least one transaction, each a chain of hashes of its own
 * @param seal one hash over the heads of all chains: whoever keeps it elsewhere notices any change to what was recorded
 * @param problems everything that is wrong, with the participant in the path where it is about one
 */
public record Verification(long participants, long transactions, long chains, String seal, List<Problem> problems) {

    /** Copies the problems. */
    public Verification {
        problems = List.copyOf(problems);
    }

    /** True when nothing is wrong. */
    public boolean isWell() {
        return problems.isEmpty();
    }
}
