package io.rewards.tier;

import java.util.List;

/**
 * What a duplicate hands over to the participant who stays. Immutable. Source: domain 8.4.
 *
 * @param change to the tier of the duplicate, for whoever is in a lower one
 * @param units of its purchases, which nobody looked at before
 */
public record TierHandover(TierChange change, List<TierUnits> units) {

    /** Copies the units. */
    public TierHandover {
        units = List.copyOf(units);
    }
}
