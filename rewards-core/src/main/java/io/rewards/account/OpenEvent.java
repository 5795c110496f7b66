package io.rewards.account;

import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

/**
 * An event that waits for evaluation runs, with the offers that need not look at it again. Immutable.
 * Source: domain 6.2.
 *
 * @param event that waits
 * @param performedOn its date
 * @param settled codes of offers that have decided it
 */
public record OpenEvent(EventKey event, Instant performedOn, Set<String> settled) implements Comparable<OpenEvent> {

    private static final Comparator<OpenEvent> BY_DATE =
            Comparator.comparing(OpenEvent::performedOn).thenComparing(OpenEvent::event);

    /** Copies the offers. */
    public OpenEvent {
        settled = Collections.unmodifiableSet(new TreeSet<>(settled));
    }

    /** This event, also decided by {@code offers}. */
    public OpenEvent settledBy(Set<String> offers) {
        Set<String> all = new TreeSet<>(settled);
        all.addAll(offers);
        return new OpenEvent(event, performedOn, all);
    }

    @Override
    public int compareTo(OpenEvent other) {
        return BY_DATE.compare(this, other);
    }
}
