package io.rewards.shape;

import io.rewards.amount.Denomination;
import io.rewards.event.EventHeader;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;

/** What was said about a record, to make it of. For one thread. */
public final class Said {

    private final Optional<EventHeader> header;
    private final Denomination currency;
    private final IdentityHashMap<Field<?, ?>, Object> values = new IdentityHashMap<>();

    private Said(Optional<EventHeader> header, Denomination currency) {
        this.header = header;
        this.currency = currency;
    }

    /**
     * Nothing yet about what is no event.
     *
     * @param currency of amounts that name none
     */
    public static Said of(Denomination currency) {
        return new Said(Optional.empty(), currency);
    }

    /**
     * Nothing yet about an event, but its header.
     *
     * @param currency of amounts that name none
     */
    public static Said ofEvent(EventHeader header, Denomination currency) {
        return new Said(Optional.of(header), currency);
    }

    /** The denomination of amounts that name none. */
    public Denomination currency() {
        return currency;
    }

    /** The header of the event. */
    public EventHeader header() {
        return header.orElseThrow();
    }

    /** Notes what {@code field} says. */
    public <T> void put(Field<?, T> field, T value) {
        values.put(field, value);
    }

    /** True when it is known what {@code field} says. */
    public boolean has(Field<?, ?> field) {
        return values.containsKey(field);
    }

    /** What {@code field} says. */
    @SuppressWarnings("unchecked")
    public <T> T of(Field<?, T> field) {
        // Only put() adds values, each of the type of its field.
        return (T) Objects.requireNonNull(values.get(field), field.name());
    }
}
