package io.rewards.store;

import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.Comparator;

/**
 * An event that waits for evaluation runs, oldest first. Immutable. Source: domain 6.2.
 *
 * @param performedOn date of the event
 * @param event that waits
 * @param participant id of the participant it is about
 */
public record Waiting(Instant performedOn, EventKey event, String participant) implements Comparable<Waiting> {

    private static final Comparator<Waiting> ORDER =
            Comparator.comparing(Waiting::performedOn).thenComparing(Waiting::event);

    @Override
    public int compareTo(Waiting other) {
        return ORDER.compare(this, other);
    }
}
