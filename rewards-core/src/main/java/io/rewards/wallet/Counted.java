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
public record Counted(EventKey event, Instant performedOn, long units) implements Comparable<Counted> {

    private static final Comparator<Counted> BY_DATE =
            Comparator.comparing(Counted::performedOn).thenComparing(Counted::event);

    @Override
    public int compareTo(Counted other) {
        return BY_DATE.compare(this, other);
    }
}
