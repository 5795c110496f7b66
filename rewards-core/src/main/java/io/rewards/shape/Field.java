package io.rewards.shape;

import java.util.Optional;
import java.util.function.Function;

/**
 * One field of a record: its name, what its values are, and how it is got out of the record. Immutable.
 *
 * @param name in files
 * @param type of its values, as they are written
 * @param presence whether it can be left out
 * @param value out of the record
 * @param description for people, in one sentence or two
 * @param <R> the record
 * @param <T> its values, as the record has them
 */
public record Field<R, T>(String name, Type<?> type, Presence<T> presence, Function<R, T> value, String description) {

    /** Whether a field can be left out. */
    public sealed interface Presence<T> {

        /** It has to be there. */
        record Required<T>() implements Presence<T> {}

        /** It can be left out, and the record says so by an {@code Optional}. */
        record Optionally<T>() implements Presence<T> {}

        /** It can be left out, and says what another field says then. */
        record As<R, T>(Field<R, T> other) implements Presence<T> {}

        /** It can be left out, and means this then. */
        record Usually<T>(T usual) implements Presence<T> {}
    }

    /** A field that has to be there. */
    public static <R, T> Field<R, T> required(String name, Type<T> type, Function<R, T> value, String description) {
        return new Field<>(name, type, new Presence.Required<>(), value, description);
    }

    /** A field that can be left out. */
    public static <R, T> Field<R, Optional<T>> optional(
            String name, Type<T> type, Function<R, Optional<T>> value, String description) {
        return new Field<>(name, type, new Presence.Optionally<>(), value, description);
    }

    /** A field that is left out where it says {@code usual}. */
    public static <R, T> Field<R, T> usual(
            String name, Type<T> type, T usual, Function<R, T> value, String description) {
        return new Field<>(name, type, new Presence.Usually<>(usual), value, description);
    }

    /** A field that is left out where it says what {@code other} says, which stands before it. */
    public static <R, T> Field<R, T> as(
            Field<R, T> other, String name, Type<T> type, Function<R, T> value, String description) {
        return new Field<>(name, type, new Presence.As<>(other), value, description);
    }

    /**
     * What the record says where files leave the field out. Refuses one that has to be there.
     *
     * @param said by the fields before it
     */
    @SuppressWarnings("unchecked")
    public T unsaid(Said said) {
        if (presence instanceof Presence.Usually<T> usually) {
            return usually.usual();
        }
        if (presence instanceof Presence.As<?, T> as) {
            return said.of(as.other());
        }
        if (isRequired()) {
            throw new IllegalStateException("The field (" + name + ") has to be there.");
        }
        // What can be left out without a usual value is an Optional.
        return (T) Optional.empty();
    }

    /** True for a field that has to be there. */
    public boolean isRequired() {
        return presence instanceof Presence.Required<T>;
    }
}
