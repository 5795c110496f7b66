package io.rewards.json;

import io.rewards.event.CustomerEvent;
import io.rewards.kind.EventKind;
import io.rewards.kind.EventKinds;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema of events says of each kind what its shape says. */
class EventSchemaTest {

    @Test
    void theSchemaIsMadeOfTheShapes() throws IOException {
        SchemaFile.isMadeBy("event", EventSchemaTest::made);
    }

    /** The schema with its common parts as they are, and everything about kinds as the shapes say. */
    private static ObjectNode made(ObjectNode schema) {
        List<EventKind<? extends CustomerEvent>> kinds =
                EventKinds.all().stream().filter(kind -> !kind.isRaised()).toList();
        ArrayNode words = ((ObjectNode) schema.get("properties").get("type")).putArray("enum");
        ArrayNode cases = schema.putArray("allOf");
        ObjectNode parts = (ObjectNode) schema.get("$defs");
        for (EventKind<? extends CustomerEvent> kind : kinds) {
            words.add(kind.word());
            ObjectNode each = cases.addObject();
            ObjectNode condition = each.putObject("if");
            condition.putArray("required").add("type");
            condition.putObject("properties").putObject("type").put("const", kind.word());
            each.putObject("then").put("$ref", "#/$defs/" + kind.word());
            parts.set(kind.word(), ShapeSchema.of(kind.shape()));
        }
        return schema;
    }
}
