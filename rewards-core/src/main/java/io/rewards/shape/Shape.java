package io.rewards.shape;

import io.rewards.amount.Denomination;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a record looks in files, said once: what people are told of it, its fields in the order in which they are written, and
 * how it is made of what they say. Whoever reads, writes or describes files follows it. Immutable.
 *
 * @param description for people, in a sentence
 * @param fields in the order in which they are written
 * @param some fields of which at least one has to say something; none where each stands for itself
 * @param whole true where the record refuses some of what its fields can say together, so that it is made only where
 *     nothing of it is wrong
 * @param gone fields that it had once, with what to say instead
 * @param making the record of what its fields say
 * @param <R> the record
 */
public record Shape<R>(
        String description,
        List<Field<R, ?>> fields,
        List<Field<R, ?>> some,
        boolean whole,
        Map<String, String> gone,
        Function<Said, R> making) {

    /** Copies the fields. */
    public Shape {
        fields = List.copyOf(fields);
        some = List.copyOf(some);
        gone = Map.copyOf(gone);
    }

    /** A shape of these fields. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <R> Shape<R> of(String description, Function<Said, R> making, Field<R, ?>... fields) {
        return new Shape<>(description, List.of(fields), List.of(), false, Map.of(), making);
    }

    /** The same, where at least one of {@code needed} has to say something. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Shape<R> withSomeOf(Field<R, ?>... needed) {
        return new Shape<>(description, fields, List.of(needed), true, gone, making);
    }

    /** The same, made only where nothing of it is wrong. */
    public Shape<R> onlyWhole() {
        return new Shape<>(description, fields, some, true, gone, making);
    }

    /** The same, which had these fields once; each says in a sentence what to write instead. */
    public Shape<R> withGone(Map<String, String> instead) {
        return new Shape<>(description, fields, some, whole, instead, making);
    }

    /**
     * The record of which files say nothing. Refuses a shape that is demanding.
     *
     * @param currency of amounts that name none
     */
    public R ofNothing(Denomination currency) {
        Said said = Said.of(currency);
        fields.forEach(field -> unsaid(field, said));
        return making.apply(said);
    }

    private static <T> void unsaid(Field<?, T> field, Said said) {
        said.put(field, field.unsaid(said));
    }

    /** True for a record that cannot be made of nothing. */
    public boolean isDemanding() {
        return !some.isEmpty() || fields.stream().anyMatch(Field::isRequired);
    }
}
