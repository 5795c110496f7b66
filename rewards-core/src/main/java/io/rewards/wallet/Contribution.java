package io.rewards.wallet;

import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Comparator;

/**
 * What one purchase adds to an accumulating offer and no award has used up. Immutable. Source: domain 2.4 C4 to C6.
 *
 * @param event the purchase
 * @param performedOn its date
 * @param units smallest units of the currency, purchases, or pieces, as the offer counts
 */
public record Contribution(EventKey event, Instant performedOn, long units) implements Comparable<Contribution> {

    private static final Comparator<Contribution> BY_DATE =
            Comparator.comparing(Contribution::performedOn).thenComparing(Contribution::event);

    @Override
    public int compareTo(Contribution other) {
        return BY_DATE.compare(this, other);
    }
}
