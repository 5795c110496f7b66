package io.rewards.json;

import io.rewards.amount.Percentage;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import io.rewards.time.TimeSpan;
import java.time.MonthDay;
import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** Writes objects as JSON or YAML, fields in the order in which they were put, without what is empty. */
final class Writing {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .build();

    private Writing() {}

    /** The line. */
    static String line(Consumer<ObjectNode> content) {
        ObjectNode object = JSON.createObjectNode();
        content.accept(object);
        return JSON.writeValueAsString(object);
    }

    /** The same as JSON over several lines. */
    static String pages(Consumer<ObjectNode> content) {
        ObjectNode object = JSON.createObjectNode();
        content.accept(object);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(object) + "\n";
    }

    /** The same as YAML. */
    static String yaml(Consumer<ObjectNode> content) {
        ObjectNode object = JSON.createObjectNode();
        content.accept(object);
        return YAML.writeValueAsString(object);
    }

    /** Puts a text unless it is empty. */
    static void text(ObjectNode object, String field, String text) {
        if (!text.isEmpty()) {
            object.put(field, text);
        }
    }

    /** Puts a constant unless it is the one that is meant where nothing is said. */
    static <E extends Enum<E>> void unless(E usual, ObjectNode object, String field, E constant) {
        if (constant != usual) {
            object.put(field, constant.name());
        }
    }

    /** Puts the value of an attribute. */
    static void value(ObjectNode object, String field, AttributeValue value) {
        if (value instanceof AttributeValue.WholeNumber number) {
            object.put(field, number.value());
        } else {
            object.put(field, value.text());
        }
    }

    /** Puts true or false unless it is what is meant where nothing is said. */
    static void flag(ObjectNode object, String field, boolean value, boolean usual) {
        if (value != usual) {
            object.put(field, value);
        }
    }

    /** Puts a code, and a name that is not the code. */
    static void coded(ObjectNode object, String code, String name) {
        object.put("code", code);
        if (!name.equals(code)) {
            object.put("name", name);
        }
    }

    /** A span such as 30 DAYS. */
    static String span(TimeSpan span) {
        return span.count() + " " + span.unit().name();
    }

    /** A day of every year such as 12-24. */
    static String monthDay(MonthDay day) {
        return day.toString().substring(2);
    }

    /** A percentage such as 12.5. */
    static String percentage(Percentage percentage) {
        return percentage.value().toPlainString();
    }

    /** Puts attributes unless there are none. */
    static void attributes(ObjectNode object, Attributes attributes) {
        if (!attributes.values().isEmpty()) {
            ObjectNode written = object.putObject("attributes");
            attributes.values().forEach((name, value) -> value(written, name, value));
        }
    }

    /** Puts a list of texts unless it is empty. */
    static void texts(ObjectNode object, String field, Collection<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode array = object.putArray(field);
            texts.forEach(array::add);
        }
    }

    /** Puts a list of objects unless it is empty. */
    static <T> void objects(ObjectNode object, String field, Collection<T> items, BiConsumer<ObjectNode, T> content) {
        if (!items.isEmpty()) {
            ArrayNode array = object.putArray(field);
            items.forEach(item -> content.accept(array.addObject(), item));
        }
    }
}
