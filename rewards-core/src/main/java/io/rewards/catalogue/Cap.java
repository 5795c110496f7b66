package io.rewards.catalogue;

import io.rewards.amount.Amount;
import java.util.Optional;

/**
 * A limit on what an offer awards: a number of awards, an amount, both, or neither. Immutable. Source: domain 12.1 Q13.
 *
 * @param awards how many awards at most
 * @param amount how much at most; an award that would exceed it is cut to what is left
 */
public record Cap(Optional<Long> awards, Optional<Amount> amount) {

    /** No limit. */
    public static final Cap NONE = new Cap(Optional.empty(), Optional.empty());

    /** Refuses limits of 0 or less. */
    public Cap {
        if (awards.filter(count -> count < 1).isPresent()
                || amount.filter(limit -> !limit.isPositive()).isPresent()) {
            throw new IllegalArgumentException(
                    "The cap (" + awards.map(count -> count + " awards").orElse("")
                            + amount.map(limit -> " " + limit).orElse("") + ") must be above 0.");
        }
    }

    /** At most {@code count} awards. */
    public static Cap ofAwards(long count) {
        return new Cap(Optional.of(count), Optional.empty());
    }

    /** At most {@code limit} in all. */
    public static Cap ofAmount(Amount limit) {
        return new Cap(Optional.empty(), Optional.of(limit));
    }

    /** True when nothing is limited. */
    public boolean isNone() {
        return awards.isEmpty() && amount.isEmpty();
    }
}
