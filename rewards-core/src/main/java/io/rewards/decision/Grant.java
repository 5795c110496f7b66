package io.rewards.decision;

import io.rewards.amount.Amount;
import java.util.Comparator;

/**
 * A rule's proposal to award. Immutable; the larger comes first, then the lower rule id.
 *
 * @param rule id of the rule
 * @param amount proposed
 */
public record Grant(String rule, Amount amount) implements Comparable<Grant> {

    private static final Comparator<Grant> ORDER =
            Comparator.comparing(Grant::amount).reversed().thenComparing(Grant::rule);

    @Override
    public int compareTo(Grant other) {
        return ORDER.compare(this, other);
    }
}
