package io.rewards.account;

import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An event that waits for evaluation runs, with the offers that need not look at it again, and those that it waits for. An
 * offer that is missing from the programme for a while finds the event as it was. Immutable. Source: domain 6.2.
 *
 * @param event that waits
 * @param performedOn its date
 * @param settled codes of offers that have decided it
 * @param awaited the last instant at which an offer may still decide it, by code of the offers that were to; the far future
 *     where the offer has no longest waiting time
 * @param asked true once offers were asked about it, when it came or by a run
 */
public record OpenEvent(
        EventKey event, Instant performedOn, Set<String> settled, SortedMap<String, Instant> awaited, boolean asked)
        implements Comparable<OpenEvent> {

    private static final Comparator<OpenEvent> BY_DATE =
            Comparator.comparing(OpenEvent::performedOn).thenComparing(OpenEvent::event);

    /** An event that waits for no offer that is known, and about which none was asked. */
    public OpenEvent(EventKey event, Instant performedOn, Set<String> settled) {
        this(event, performedOn, settled, Collections.emptySortedMap(), false);
    }

    /** Copies the offers, and awaits none that is settled. */
    public OpenEvent {
        settled = Collections.unmodifiableSet(new TreeSet<>(settled));
        SortedMap<String, Instant> left = new TreeMap<>(awaited);
        left.keySet().removeAll(settled);
        awaited = Collections.unmodifiableSortedMap(left);
    }

    /** True when no offer may look at it any more at {@code instant}. */
    public boolean isOver(Instant instant) {
        return !awaited.isEmpty() && awaited.values().stream().allMatch(instant::isAfter);
    }

    /** This event after offers were asked, also decided by {@code offers}. */
    public OpenEvent settledBy(Set<String> offers) {
        Set<String> all = new TreeSet<>(settled);
        all.addAll(offers);
        return new OpenEvent(event, performedOn, all, awaited, true);
    }

    /** This event, waiting for {@code offers} and no others. */
    public OpenEvent awaiting(Map<String, Instant> offers) {
        return new OpenEvent(event, performedOn, settled, new TreeMap<>(offers), asked);
    }

    @Override
    public int compareTo(OpenEvent other) {
        return BY_DATE.compare(this, other);
    }
}
