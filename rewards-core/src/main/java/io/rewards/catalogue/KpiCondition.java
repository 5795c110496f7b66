package io.rewards.catalogue;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The range that a measure must lie in, both ends inside. Immutable. Source: domain 2.4 C10.
 *
 * @param kpi code of the measure
 * @param from the smallest value; empty where there is none
 * @param to the largest value; empty where there is none
 */
public record KpiCondition(String kpi, Optional<BigDecimal> from, Optional<BigDecimal> to) {

    /** Trailing zeros do not count. Refuses a range without an end, and one whose second end lies below the first. */
    public KpiCondition {
        from = from.map(BigDecimal::stripTrailingZeros);
        to = to.map(BigDecimal::stripTrailingZeros);
        if (from.isEmpty() && to.isEmpty()) {
            throw new IllegalArgumentException("The condition on (" + kpi + ") must have from, to, or both.");
        }
        if (from.isPresent() && to.isPresent() && to.get().compareTo(from.get()) < 0) {
            throw new IllegalArgumentException("The range of (" + kpi + ") from "
                    + from.get().toPlainString() + " to " + to.get().toPlainString() + " ends before it begins.");
        }
    }

    /** True when {@code value} lies inside. */
    public boolean accepts(BigDecimal value) {
        return from.filter(least -> value.compareTo(least) < 0).isEmpty()
                && to.filter(most -> value.compareTo(most) > 0).isEmpty();
    }

    @Override
    public String toString() {
        return kpi
                + from.map(least -> " from " + least.toPlainString()).orElse("")
                + to.map(most -> " to " + most.toPlainString()).orElse("");
    }
}
