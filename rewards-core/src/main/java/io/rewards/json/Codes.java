package io.rewards.json;

import io.rewards.shape.Field;
import io.rewards.shape.Type;
import java.util.Set;
import java.util.function.Function;

/** The fields that most parts of a programme have: a code, a name, and codes of other things. */
final class Codes {

    private Codes() {}

    /** What something is called by. */
    static <T> Field<T, String> code(Function<T, String> code) {
        return Field.required("code", Type.TEXT, code, "Unique.");
    }

    /** What people call it: its code, unless said. */
    static <T> Field<T, String> name(Field<T, String> code, Function<T, String> name) {
        return Field.as(code, "name", Type.TEXT, name, "For people; the code unless said.");
    }

    /** As {@link #name}, where no two can have the same. */
    static <T> Field<T, String> uniqueName(Field<T, String> code, Function<T, String> name) {
        return Field.as(code, "name", Type.TEXT, name, "Unique, for people; the code unless said.");
    }

    /** The code of something else; empty for none. */
    static <T> Field<T, String> of(String name, Function<T, String> code, String description) {
        return Field.usual(name, Type.TEXT, "", code, description);
    }

    /** Codes of other things. */
    static <T> Field<T, Set<String>> all(String name, Function<T, Set<String>> codes, String description) {
        return Field.usual(name, Type.TEXTS, Set.of(), codes, description);
    }
}
