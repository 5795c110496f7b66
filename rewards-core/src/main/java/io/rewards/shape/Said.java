package io.rewards.shape;

import io.rewards.event.EventHeader;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;

/** What was said about a record, to make it of. For one thread. */
public final class Said {

    private final Optional<EventHeader> header;
    private final IdentityHashMap<Field<?, ?>, Object> values = new IdentityHashMap<>();

    private Said(Optional<EventHeader> header) {
        this.header = header;
    }

    /** Nothing yet about a part of an event. */
    public static Said ofPart() {
        return new Said(Optional.empty());
    }

    /** Nothing yet about an event, but its header. */
    public static Said ofEvent(EventHeader header) {
        return new Said(Optional.of(header));
    }

    /** The header of the event. */
    public EventHeader header() {
        return header.orElseThrow();
    }

    /** Notes what {@code field} says. */
    public <T> void put(Field<?, T> field, T value) {
        values.put(field, value);
    }

    /** What {@code field} says. */
    @SuppressWarnings("unchecked")
    public <T> T of(Field<?, T> field) {
        // Only put() adds values, each of the type of its field.
        return (T) Objects.requireNonNull(values.get(field), field.name());
    }
}
