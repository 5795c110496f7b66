package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Programme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The examples in docs/formats.md are read by the readers and are valid by the schemas. */
class FormatsDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "formats.md");
    private static final Pattern BLOCK =
            Pattern.compile("^```(yaml|json)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    @Test
    void theProgrammeIsRead() throws IOException {
        String text = blocks("yaml").get(0);

        assertThat(Schemas.errors(Schemas.PROGRAMME, Schemas.YAML.readTree(text)))
                .isEmpty();
        assertThat(ProgrammeReader.read("formats.md", text).offers()).hasSize(1);
    }

    /** The first YAML block is a programme; each of the others replaces fields of its offer. */
    @Test
    void theFieldsOfAnOfferAreRead() throws IOException {
        List<String> blocks = blocks("yaml");
        assertThat(blocks).hasSizeGreaterThan(15);
        for (String block : blocks.subList(1, blocks.size())) {
            JsonNode programme = Schemas.YAML.readTree(blocks.get(0));
            ObjectNode offer = (ObjectNode) programme.at("/offers/0");
            JsonNode fields = Schemas.YAML.readTree(block);
            if (fields.has("classification")) {
                offer.remove("category");
                offer.remove("conditions");
            }
            fields.properties().forEach(field -> {
                JsonNode merged = field.getValue();
                if (field.getKey().equals("conditions") && offer.has("conditions")) {
                    merged = ((ObjectNode) offer.get("conditions").deepCopy()).setAll((ObjectNode) field.getValue());
                }
                offer.set(field.getKey(), merged);
            });

            assertThat(Schemas.errors(Schemas.PROGRAMME, programme)).as(block).isEmpty();
            assertThat(ProgrammeReader.read("formats.md: " + block, programme).offers())
                    .hasSize(1);
        }
    }

    @Test
    void theEventsAndOutcomesAreRead() throws IOException {
        Programme programme = ProgrammeReader.read("formats.md", blocks("yaml").get(0));
        EventReader events = new EventReader(programme);
        int outcomes = 0;
        for (String block : blocks("json")) {
            JsonNode tree = Schemas.JSON.readTree(block);
            boolean isOutcome = tree.has("status");
            outcomes += isOutcome ? 1 : 0;

            assertThat(Schemas.errors(isOutcome ? Schemas.OUTCOME : Schemas.EVENT, tree))
                    .as(block)
                    .isEmpty();
            String written = isOutcome
                    ? OutcomeWriter.write(OutcomeReader.read("formats.md", block))
                    : EventWriter.write(events.read("formats.md", block));
            assertThat(written).isNotEmpty();
            if (isOutcome) {
                assertThat(Schemas.JSON.readTree(written)).isEqualTo(tree);
            }
        }
        assertThat(outcomes).isEqualTo(4);
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }
}
