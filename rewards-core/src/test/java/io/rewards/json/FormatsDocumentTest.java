package io.rewards.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Programme;
import io.rewards.event.EventKey;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.AccountName;
import io.rewards.ledger.AwardSubject;
import io.rewards.ledger.Cause;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.OwnedEntry;
import io.rewards.ledger.Party;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.settlement.PointsValue;
import io.rewards.settlement.SettlementDocument;
import io.rewards.settlement.Settling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            if (tree.has("sums")) {
                assertThat(Schemas.JSON.readTree(SettlementWriter.write(settlement())))
                        .isEqualTo(tree);
                continue;
            }
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

    /** B gave to an award. */
    private static SettlementDocument settlement() {
        Denomination euro = new Denomination("EUR", 2);
        Instant on = Instant.parse("2026-01-02T10:00:00Z");
        Transaction given = new Transaction(
                "INV-2#THIRD/contribution",
                TransactionKind.CONTRIBUTION,
                Amount.of("3.33", euro),
                AccountName.of(Party.merchant("B"), AccountKind.CONTRIBUTION),
                AccountName.of(Party.PROGRAMME, AccountKind.AWARD_EXPENSE),
                new Cause(EventKey.of("INV-2"), Optional.of(EventKey.of("INV-2")), "P1", "B"),
                new Origin("THIRD", "BASKET", "CLUB", "TRX-010", "INV-2#THIRD", AwardSubject.NOTHING),
                Note.NONE,
                on,
                on);
        Settling settling =
                new Settling("B", Optional.empty(), Optional.empty(), new PointsValue(euro, Set.of(), List.of()));
        return settling.settle(
                        "2026-02",
                        Instant.parse("2026-02-01T00:00:00Z"),
                        List.of(new OwnedEntry("P1", new JournalEntry(4, given, "as kept"))),
                        List.of())
                .asPosted();
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(DOCUMENT))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map((MatchResult block) -> block.group(2))
                .toList();
    }
}
