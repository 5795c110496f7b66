package io.rewards.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Documents with one field changed. */
final class Mutations {

    private static final Set<String> FREE = Set.of("attributes", "demographics", "kpis", "paymentDetails");

    private Mutations() {}

    /** A change of one field of one object. */
    @FunctionalInterface
    interface Mutation {
        void change(ObjectNode object, String field);
    }

    /** Checks a copy of {@code document} for every field of every object in it, with that field changed. */
    static void ofEveryField(JsonNode document, Mutation mutation, Consumer<JsonNode> check) {
        List<ObjectNode> objects = objects(document);
        for (int i = 0; i < objects.size(); i++) {
            for (String field : List.copyOf(objects.get(i).propertyNames())) {
                JsonNode mutated = document.deepCopy();
                mutation.change(objects(mutated).get(i), field);
                check.accept(mutated);
            }
        }
    }

    /** All objects but those whose fields are free, such as the maps of attribute values. */
    static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> found = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            found.add(object);
            object.properties().forEach(field -> {
                if (!FREE.contains(field.getKey()) || field.getValue().isArray()) {
                    found.addAll(objects(field.getValue()));
                }
            });
        } else if (node instanceof ArrayNode array) {
            array.forEach(element -> found.addAll(objects(element)));
        }
        return found;
    }
}
