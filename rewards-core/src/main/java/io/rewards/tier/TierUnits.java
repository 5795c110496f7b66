package io.rewards.tier;

import io.rewards.amount.Amount;
import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What an event adds to the units of a purchase, or takes off them. Immutable. Source: domain 8.4.
 *
 * @param event that adds or takes off: the purchase itself, or what brings its goods back
 * @param purchase whose units they are
 * @param on date of the purchase, at which they count
 * @param seen first instant at which a tier is looked at with them
 * @param amount that counts; below zero for goods that came back
 */
public record TierUnits(EventKey event, EventKey purchase, Instant on, Instant seen, Amount amount)
        implements Comparable<TierUnits> {

    private static final Comparator<TierUnits> ORDER = Comparator.comparing(TierUnits::seen)
            .thenComparing(TierUnits::on)
            .thenComparing(TierUnits::event)
            .thenComparing(TierUnits::purchase);

    /** These units of a purchase that comes over from a duplicate, which nobody looked at before {@code merged}. */
    public TierUnits seenFrom(Instant merged) {
        return seen.isBefore(merged) ? new TierUnits(event, purchase, on, merged, amount) : this;
    }

    /** True where they can lift to a tier. */
    boolean lift() {
        return amount.isPositive();
    }

    /** The purchase that lifts; empty for one that comes over from a duplicate. */
    Optional<EventKey> lifting() {
        return on.equals(seen) ? Optional.of(event) : Optional.empty();
    }

    @Override
    public int compareTo(TierUnits other) {
        return ORDER.compare(this, other);
    }
}
