package io.rewards.json;

import io.rewards.key.Key;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A piece of a document as it was written: scalars keep their text, so that 0123 stays 0123 and 2.50 keeps its decimals.
 * Immutable.
 */
sealed interface Node {

    /** The line it was written in, from 1; 0 where that is not known. */
    int line();

    /** What it is, such as "a list". */
    String description();

    /** What a scalar was written as. */
    enum Kind {
        TEXT("text"),
        NUMBER("a number"),
        TRUTH("true or false"),
        NOTHING("nothing");

        private final String description;

        Kind(String description) {
            this.description = description;
        }
    }

    /** A text, a number, true, false or nothing. */
    record Scalar(String text, Kind kind, int line) implements Node {
        @Override
        public String description() {
            return kind.description;
        }
    }

    /** A list. */
    record Items(List<Node> items, int line) implements Node {
        @Override
        public String description() {
            return "a list";
        }
    }

    /** An object; where a field was written several times, its last value. */
    record Mapping(Map<String, Node> fields, Set<String> duplicates, int line) implements Node {
        @Override
        public String description() {
            return "an object";
        }
    }

    /** The name of an element of a list: its code or id, the path of an attribute declaration, kind and language of a message, otherwise its position from 1. */
    static String nameOf(Node element, int index) {
        String own = element instanceof Mapping mapping ? ownName(mapping) : "";
        return own.isEmpty() ? Integer.toString(index + 1) : own;
    }

    /** True for an element that says its code, or is one. */
    static boolean isNamed(Node element) {
        return element instanceof Mapping mapping
                ? !ownName(mapping).isEmpty()
                : element instanceof Scalar scalar && scalar.kind() != Kind.NOTHING;
    }

    private static String ownName(Mapping mapping) {
        String code = text(mapping, "code");
        String name = code.isEmpty() ? text(mapping, "id") : code;
        if (!name.isEmpty()) {
            return name;
        }
        if (mapping.fields().containsKey("owner")) {
            return text(mapping, "owner").toLowerCase(Locale.ROOT) + "." + text(mapping, "name");
        }
        return mapping.fields().containsKey("language")
                ? Key.of(text(mapping, "kind"), text(mapping, "language")).text()
                : "";
    }

    private static String text(Mapping mapping, String field) {
        return mapping.fields().get(field) instanceof Scalar scalar
                        && scalar.kind() != Kind.NOTHING
                        && !scalar.text().isBlank()
                ? scalar.text()
                : "";
    }
}
