package io.rewards.wallet;

import io.rewards.amount.Allocation;
import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Comparator;

/**
 * What one purchase adds to an accumulating offer and no award has used up. Immutable. Source: domain 2.4 C4 to C6.
 *
 * @param event the purchase
 * @param performedOn its date
 * @param units smallest units of the currency, purchases, or pieces, as the offer counts towards its target
 * @param rewarded of the same, what an award is worked out of; another number where the offer names another base for that
 */
public record Counted(EventKey event, Instant performedOn, long units, long rewarded) implements Comparable<Counted> {

    private static final Comparator<Counted> BY_DATE =
            Comparator.comparing(Counted::performedOn).thenComparing(Counted::event);

    /** What counts towards a target and is what an award is worked out of. */
    public Counted(EventKey event, Instant performedOn, long units) {
        this(event, performedOn, units, units);
    }

    /** So many of these units, with their part of what an award is worked out of. */
    public Counted part(long some) {
        return some == units ? this : new Counted(event, performedOn, some, Allocation.part(rewarded, some, units));
    }

    /** What is left without {@link #part so many} of these units. */
    public Counted without(long some) {
        return some == 0 ? this : new Counted(event, performedOn, units - some, rewarded - part(some).rewarded);
    }

    /** This and another part of the same purchase. */
    public Counted and(Counted other) {
        return new Counted(event, performedOn, units + other.units, rewarded + other.rewarded);
    }

    @Override
    public int compareTo(Counted other) {
        return BY_DATE.compare(this, other);
    }
}
