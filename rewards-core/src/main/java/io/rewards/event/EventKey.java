package io.rewards.event;

import java.util.Comparator;

/**
 * The caller's name for an event, unique within the external system that sent it. The same key means the same event,
 * however often it is delivered. Immutable. Source: domain 12.1 Q14.
 *
 * @param system the external system, or empty where there is only one
 * @param id the caller's id
 */
public record EventKey(String system, String id) implements Comparable<EventKey> {

    private static final Comparator<EventKey> ORDER =
            Comparator.comparing(EventKey::system).thenComparing(EventKey::id);

    /** The key of an event of the only system. */
    public static EventKey of(String id) {
        return new EventKey("", id);
    }

    @Override
    public int compareTo(EventKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return system.isEmpty() && !id.contains("/") ? id : system + "/" + id;
    }
}
