package io.rewards.account;

import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Comparator;

/**
 * An achievement that waits for the others that an offer wants and no award has used up. Immutable.
 * Source: domain 2.4 C8.
 *
 * @param event the achievement
 * @param performedOn its date
 * @param classification code of what was achieved
 */
public record Collected(EventKey event, Instant performedOn, String classification) implements Comparable<Collected> {

    private static final Comparator<Collected> BY_DATE =
            Comparator.comparing(Collected::performedOn).thenComparing(Collected::event);

    @Override
    public int compareTo(Collected other) {
        return BY_DATE.compare(this, other);
    }
}
