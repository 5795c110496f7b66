package io.rewards.json;

import io.rewards.shape.Field;
import io.rewards.shape.Shape;
import io.rewards.shape.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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

    /** What a schema says of objects of this shape and no others. */
    static ObjectNode closed(Shape<?> shape) {
        ObjectNode object = Schemas.JSON.createObjectNode();
        object.put("description", shape.description());
        object.put("type", "object").put("additionalProperties", false);
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
        if (!shape.some().isEmpty()) {
            ArrayNode some = object.putArray("anyOf");
            shape.some().forEach(field -> says(some.addObject(), field));
        }
    }

    /** That a field says something: it is there, and not false. */
    private static void says(ObjectNode condition, Field<?, ?> field) {
        condition.putArray("required").add(field.name());
        if (field.type().equals(Type.TRUTH)) {
            condition.putObject("properties").putObject(field.name()).put("const", true);
        }
    }

    private static ObjectNode property(Field<?, ?> field) {
        ObjectNode property = Schemas.JSON.createObjectNode();
        if (field.type() instanceof Type.Carried) {
            property.put("$ref", "#/$defs/attributeValues");
        }
        if (field.type() instanceof Type.Basic<?> basic && isCommon(basic.form())) {
            property.put("$ref", "#/$defs/" + name(basic.form()));
        }
        String description = field.description().isEmpty() && field.type() instanceof Type.Part<?> part
                ? part.shape().description()
                : field.description();
        if (!description.isEmpty()) {
            property.put("description", description);
        }
        values(property, field.type());
        return property;
    }

    /** What values of a type look like that no common part describes. */
    private static void values(ObjectNode schema, Type<?> type) {
        if (type instanceof Type.OneOf<?> constants) {
            constants(schema, constants.constants(), Enum::name);
        } else if (type instanceof Type.FieldName<?> fields) {
            constants(schema, fields.constants(), FieldNames::name);
        } else if (type instanceof Type.Part<?> part) {
            schema.put("type", "object").put("additionalProperties", false);
            fields(schema, part.shape());
        } else if (type instanceof Type.Any<?> any) {
            values(schema.put("type", "array").putObject("items"), any.element());
        } else if (type instanceof Type.Some<?> some) {
            values(schema.put("type", "array").put("minItems", 1).putObject("items"), some.element());
        } else if (type.equals(Type.TRUTH)) {
            schema.put("type", "boolean");
        } else if (type.equals(Type.SOME_TEXTS)) {
            schema.put("type", "array").put("minItems", 1).putObject("items").put("$ref", "#/$defs/text");
        } else if (type.equals(Type.NAMED_TEXTS)) {
            values(schema.put("type", "object").putObject("additionalProperties"), Type.SOME_TEXTS);
        } else if (type.equals(Type.FIGURES)) {
            schema.put("type", "object").putObject("additionalProperties").put("$ref", "#/$defs/decimal");
        }
    }

    private static void constants(
            ObjectNode schema, Class<? extends Enum<?>> constants, Function<Enum<?>, String> name) {
        ArrayNode values = schema.putArray("enum");
        for (Enum<?> constant : constants.getEnumConstants()) {
            values.add(name.apply(constant));
        }
    }

    private static boolean isCommon(Type.Form form) {
        return form != Type.Form.TRUTH
                && form != Type.Form.FIGURES
                && form != Type.Form.NAMED_TEXTS
                && form != Type.Form.SOME_TEXTS;
    }

    private static String name(Type.Form form) {
        return switch (form) {
            case TEXT, DENOMINATION, ZONE -> "text";
            case ANY_TEXT -> "anyText";
            case RETURNED_LINES -> "returnedLines";
            case PROFILE_CHANGE -> "profileChange";
            case NUMBER -> "wholeNumber";
            case PRODUCTS -> "productSelection";
            case PRICE, NAMED -> "amount";
            case SHARE -> "percentage";
            case AWARD_VALIDITY -> "schemeAwardValidity";
            default -> form.name().toLowerCase(java.util.Locale.ROOT);
        };
    }
}
