package io.rewards.json;

import io.rewards.catalogue.Part;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Candidate;
import io.rewards.offer.OfferKind;
import io.rewards.offer.OfferKinds;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of programmes says of parts, and of the terms of each classification, what their shapes say. */
class ProgrammeSchemaTest {

    @Test
    void theSchemaIsMadeOfTheShapes() throws IOException {
        SchemaFile.isMadeBy("programme", ProgrammeSchemaTest::made);
    }

    /** An object, or its code alone. */
    private static ObjectNode orText(ObjectNode element) {
        ObjectNode either = element.objectNode();
        either.putObject("if").put("type", "object");
        either.set("then", element);
        either.putObject("else").put("$ref", "#/$defs/text");
        return either;
    }

    private static ObjectNode made(ObjectNode schema) {
        ObjectNode parts = (ObjectNode) schema.get("$defs");
        ObjectNode lists = (ObjectNode) schema.get("properties");
        for (PartForm<?> form : PartForm.ALL) {
            form.shape().ifPresent(shape -> {
                ObjectNode list = lists.putObject(form.part().kind().list());
                ObjectNode element = ShapeSchema.closed(shape);
                list.put("type", "array").set("items", form.part() == Part.TIERS ? orText(element) : element);
            });
        }
        parts.set("marketing", ShapeSchema.closed(OfferingShapes.MARKETING));
        parts.set("ownership", ShapeSchema.closed(OfferingShapes.OWNERSHIP));
        parts.set("rate", ShapeSchema.closed(OfferingShapes.RATE));
        parts.set("productList", ShapeSchema.closed(OfferingShapes.LIST));
        parts.set("productSelection", ShapeSchema.closed(OfferingShapes.PRODUCTS));
        ArrayNode cases = ((ObjectNode) parts.get("offerContent")).putArray("allOf");
        for (OfferKind<? extends Terms, ? extends Candidate> kind : OfferKinds.all()) {
            String name = kind.classification().name();
            ObjectNode each = cases.addObject();
            ObjectNode condition = each.putObject("if");
            condition.putArray("required").add("classification");
            ArrayNode spellings = condition
                    .putObject("properties")
                    .putObject("classification")
                    .putArray("enum")
                    .add(name);
            if (name.startsWith("UTILISE_")) {
                spellings.add(name.replace("UTILISE_", "UTILIZE_"));
            }
            ObjectNode then = each.putObject("then");
            if (kind.shape().isDemanding()) {
                then.putArray("required").add("terms");
            }
            then.putObject("properties").putObject("terms").put("$ref", "#/$defs/terms." + name);
            parts.set("terms." + name, ShapeSchema.closed(kind.shape()));
        }
        return schema;
    }
}
