package io.rewards.json;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The schema of outcomes says of what they share with programmes what its shape says. */
class OutcomeSchemaTest {

    @Test
    void theSchemaIsMadeOfTheShapes() throws IOException {
        SchemaFile.isMadeBy("outcome", schema -> {
            ((ObjectNode) schema.get("$defs")).set("productSelection", ShapeSchema.closed(OfferingShapes.PRODUCTS));
            return schema;
        });
    }
}
