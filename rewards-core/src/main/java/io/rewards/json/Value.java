package io.rewards.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A value at a place in a document. Notes what is wrong with it instead of giving up. Not thread-safe. */
final class Value {

    private static final int LONGEST_SHOWN = 80;

    private final @Nullable Value parent;
    private final String segment;
    private final Node node;
    private final Findings findings;

    private Value(@Nullable Value parent, String segment, Node node, Findings findings) {
        this.parent = parent;
        this.segment = segment;
        this.node = node;
        this.findings = findings;
    }

    /** A document as a whole; {@code kind} names it in messages. */
    static Value root(String kind, Node node, Findings findings) {
        return new Value(null, kind, node, findings);
    }

    /** The value of a field of this object. */
    Value field(String name, Node value) {
        return new Value(this, name, value, findings);
    }

    /** Another value in the place of this one. */
    Value with(Node changed) {
        return new Value(parent, segment, changed, findings);
    }

    /** Where this value is, such as {@code offers[SPRING-24].award.amount}; empty for the whole document. */
    String path() {
        if (parent == null) {
            return "";
        }
        String outer = parent.path();
        return outer.isEmpty() || segment.startsWith("[") ? outer + segment : outer + "." + segment;
    }

    /** The name of the field, or of the element between its brackets. */
    String name() {
        return segment.startsWith("[") ? segment.substring(1, segment.length() - 1) : segment;
    }

    Node node() {
        return node;
    }

    /** How many problems were noted so far. */
    int problems() {
        return findings.size();
    }

    /** Notes that this value is wrong. */
    void note(String message) {
        findings.add(path(), message);
    }

    /** Notes that something at {@code field} of this value is wrong. */
    void note(String field, String message) {
        findings.add(pathOf(field), message);
    }

    /** Notes that the value of {@code field} is not known. */
    void doubt(String field) {
        findings.doubt(pathOf(field));
    }

    /** What this value says, or empty when it is wrong, which is noted. */
    <T> Optional<T> read(Reading<T> reading) {
        if (node instanceof Node.Scalar scalar && scalar.kind() == Node.Kind.NOTHING) {
            note("The value of " + label() + " must not be empty; where it is not needed it must be left out.");
            return Optional.empty();
        }
        try {
            return Optional.of(reading.read(this));
        } catch (NotedException e) {
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            note(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** What this object says; {@code body} asks for every field before it builds anything, and the rest is unknown. */
    <T> T object(Function<Fields, T> body) {
        if (!(node instanceof Node.Mapping mapping)) {
            throw must("be an object with fields");
        }
        Fields fields = new Fields(this, mapping);
        try {
            return body.apply(fields);
        } finally {
            fields.noteRest();
        }
    }

    /** What the elements of this list say; the names of those that cannot be read go to {@code unreadable}. */
    <T> List<T> elements(Reading<T> reading, Consumer<String> unreadable) {
        if (!(node instanceof Node.Items list)) {
            throw must("be a list");
        }
        List<T> result = new ArrayList<>(list.items().size());
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            String name = Node.nameOf(item, i);
            Optional<T> element = new Value(this, "[" + name + "]", item, findings).read(reading);
            element.ifPresentOrElse(result::add, () -> unreadable.accept(name));
        }
        return result;
    }

    /** The scalar this is, if it is one. */
    Optional<Node.Scalar> scalar() {
        return node instanceof Node.Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    /** Says that this value must {@code obey}. */
    IllegalArgumentException must(String obey) {
        return new IllegalArgumentException(
                scalar().map(scalar -> "The " + label() + " (" + shown(scalar.text()) + ") must " + obey + ".")
                        .orElseGet(() -> "The " + label() + " must " + obey + ", not " + node.description() + "."));
    }

    /** Says that this value must {@code obey}, and ends with {@code hint}. */
    IllegalArgumentException must(String obey, String hint) {
        return new IllegalArgumentException(must(obey).getMessage() + hint);
    }

    /** The name of the field in messages, with the position of an element. */
    String label() {
        return segment.startsWith("[") && parent != null ? parent.label() + segment : segment;
    }

    private String pathOf(String field) {
        return field(field, node).path();
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
    }
}
