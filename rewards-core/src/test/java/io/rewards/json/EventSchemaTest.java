package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.CustomerEvent;
import io.rewards.kind.EventKind;
import io.rewards.kind.EventKinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of events says of each kind what its shape says. {@code -Drewards.schemas=write} writes the file anew, after a
 * shape has changed.
 */
class EventSchemaTest {

    private static final PrettyPrinter PRINTER = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
    private static final Path FILE =
            Path.of("src", "main", "resources", "io", "rewards", "schema", "event.schema.json");

    @Test
    void theSchemaIsMadeOfTheShapes() throws IOException {
        JsonNode committed = Schemas.JSON.readTree(Files.readString(FILE, StandardCharsets.UTF_8));
        ObjectNode made = made((ObjectNode) committed.deepCopy());
        if ("write".equals(System.getProperty("rewards.schemas"))) {
            Files.writeString(
                    FILE, Schemas.JSON.writer().with(PRINTER).writeValueAsString(made) + "\n", StandardCharsets.UTF_8);
        }
        assertThat(committed)
                .as("with -Drewards.schemas=write the file is written anew")
                .isEqualTo(made);
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
