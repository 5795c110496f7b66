package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The file of a schema of which parts are made of shapes. {@code -Drewards.schemas=write} writes it anew, after a shape has
 * changed.
 */
final class SchemaFile {

    private static final PrettyPrinter PRINTER = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);

    private SchemaFile() {}

    /** Checks that making the parts anew changes nothing; {@code making} gets the schema with its other parts as they are. */
    static void isMadeBy(String name, UnaryOperator<ObjectNode> making) throws IOException {
        Path file = Path.of("src", "main", "resources", "io", "rewards", "schema", name + ".schema.json");
        JsonNode committed = Schemas.JSON.readTree(Files.readString(file, StandardCharsets.UTF_8));
        ObjectNode made = making.apply((ObjectNode) committed.deepCopy());
        if ("write".equals(System.getProperty("rewards.schemas"))) {
            Files.writeString(
                    file, Schemas.JSON.writer().with(PRINTER).writeValueAsString(made) + "\n", StandardCharsets.UTF_8);
        }
        assertThat(committed)
                .as("with -Drewards.schemas=write the file is written anew")
                .isEqualTo(made);
    }
}
