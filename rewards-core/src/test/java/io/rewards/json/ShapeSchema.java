package io.rewards.json;

import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Describes shapes as a JSON Schema does. What is common to several is in the {@code $defs} of the schema. */
final class ShapeSchema {

    private ShapeSchema() {}

    /** What a schema says of records of this shape. */
    static ObjectNode of(Shape<?> shape) {
        ObjectNode object = Schemas.JSON.createObjectNode();
        object.put("description", shape.description());
        if (shape.fields().stream().anyMatch(field -> field.type().equals(Type.MONEY))) {
            object.put("$ref", "#/$defs/amountBeside");
        }
        fields(object, shape);
        return object;
    }

    private static void fields(ObjectNode object, Shape<?> shape) {
        List<String> required = new ArrayList<>();
        ObjectNode properties = Schemas.JSON.createObjectNode();
        for (Field<?, ?> field : shape.fields()) {
            if (field.isRequired()) {
                required.add(field.name());
            }
            if (!field.type().equals(Type.MONEY)) {
                properties.set(field.name(), property(field));
            }
        }
        if (!required.isEmpty()) {
            ArrayNode names = object.putArray("required");
            required.forEach(names::add);
        }
        if (!properties.isEmpty()) {
            object.set("properties", properties);
        }
    }

    private static ObjectNode property(Field<?, ?> field) {
        ObjectNode property = Schemas.JSON.createObjectNode();
        if (field.type() instanceof Type.Basic<?> basic && isCommon(basic.form())) {
            property.put("$ref", "#/$defs/" + name(basic.form()));
        }
        if (!field.description().isEmpty()) {
            property.put("description", field.description());
        }
        if (field.type() instanceof Type.OneOf<?> constants) {
            ArrayNode values = property.putArray("enum");
            for (Enum<?> constant : constants.constants().getEnumConstants()) {
                values.add(constant.name());
            }
        } else if (field.type() instanceof Type.Part<?> part) {
            property.put("type", "object").put("additionalProperties", false);
            fields(property, part.shape());
        } else if (field.type().equals(Type.TRUTH)) {
            property.put("type", "boolean");
        } else if (field.type().equals(Type.FIGURES)) {
            property.put("type", "object").putObject("additionalProperties").put("$ref", "#/$defs/decimal");
        }
        return property;
    }

    private static boolean isCommon(Type.Form form) {
        return form != Type.Form.TRUTH && form != Type.Form.FIGURES;
    }

    private static String name(Type.Form form) {
        return switch (form) {
            case TEXT, DENOMINATION -> "text";
            case ANY_TEXT -> "anyText";
            case RETURNED_LINES -> "returnedLines";
            default -> form.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
