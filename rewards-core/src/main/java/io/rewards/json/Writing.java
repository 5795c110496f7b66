package io.rewards.json;

import java.util.Collection;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes objects as one line of JSON, fields in the order in which they were put, without what is empty. */
final class Writing {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Writing() {}

    /** The line. */
    static String line(Consumer<ObjectNode> content) {
        ObjectNode object = JSON.createObjectNode();
        content.accept(object);
        return JSON.writeValueAsString(object);
    }

    /** Puts a text unless it is empty. */
    static void text(ObjectNode object, String field, String text) {
        if (!text.isEmpty()) {
            object.put(field, text);
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
