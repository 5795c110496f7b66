package io.rewards.settlement;

import io.rewards.amount.Allocation;
import java.util.function.LongUnaryOperator;

/**
 * How much was settled of one thing, and what was charged for it. Immutable.
 *
 * @param base units that were settled, less those that came back
 * @param charged units that were charged for them
 */
record Tally(long base, long charged) {

    static final Tally NONE = new Tally(0, 0);

    /**
     * What is charged when {@code units} more are settled: what {@code fresh} says; what comes back brings back its part of what
     * was charged, and the last of it all that is left.
     */
    long charge(long units, LongUnaryOperator fresh) {
        if (units >= 0) {
            return fresh.applyAsLong(units);
        }
        long back = Math.negateExact(units);
        return back < base
                ? -Allocation.part(charged, back, base)
                : -charged - fresh.applyAsLong(back - Math.max(base, 0));
    }

    Tally plus(long units, long more) {
        return new Tally(Math.addExact(base, units), Math.addExact(charged, more));
    }
}
