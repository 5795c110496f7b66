package io.rewards.shape;

import java.util.List;
import java.util.function.Function;

/**
 * How a record looks in files, said once: what people are told of it, its fields in the order in which they are written, and
 * how it is made of what they say. Whoever reads, writes or describes files follows it. Immutable.
 *
 * @param description for people, in a sentence
 * @param fields in the order in which they are written
 * @param making the record of what its fields say
 * @param <R> the record
 */
public record Shape<R>(String description, List<Field<R, ?>> fields, Function<Said, R> making) {

    /** Copies the fields. */
    public Shape {
        fields = List.copyOf(fields);
    }

    /** A shape of these fields. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <R> Shape<R> of(String description, Function<Said, R> making, Field<R, ?>... fields) {
        return new Shape<>(description, List.of(fields), making);
    }
}
