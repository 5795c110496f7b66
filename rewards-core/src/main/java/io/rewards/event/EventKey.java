package io.rewards.event;

import io.rewards.key.Key;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The caller's name for an event, unique within the external system that sent it. The same key means the same event,
 * however often it is delivered. As text it is the id, or system and id with a slash between them; slashes of the id stay
 * as they are. Immutable. Source: domain 12.1 Q14.
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

    /** The event that is written as {@code text}; empty where none is written so. */
    public static Optional<EventKey> parse(String text) {
        return Key.parts(text).flatMap(EventKey::of);
    }

    /** The event whose key has these parts; empty where none has. */
    public static Optional<EventKey> of(List<String> parts) {
        return parts.size() == 1
                ? Key.path(parts).map(EventKey::of)
                : Key.path(parts.subList(1, parts.size()))
                        .map(id -> new EventKey(parts.get(0), id))
                        .filter(event -> !event.isPlain());
    }

    /** True where the id stands alone. */
    private boolean isPlain() {
        return system.isEmpty() && id.indexOf('/') < 0;
    }

    /** This key, to be made part of others. */
    public Key key() {
        Key path = Key.ofPath(id);
        return isPlain() ? path : Key.of(system).and(path);
    }

    /** This key as it is kept and shown: different keys have different texts. */
    public String text() {
        return key().text();
    }

    @Override
    public int compareTo(EventKey other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text();
    }
}
