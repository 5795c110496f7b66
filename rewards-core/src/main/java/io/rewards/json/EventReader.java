package io.rewards.json;

import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.kind.EventKind;
import io.rewards.kind.EventKinds;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads events from JSON, for one programme: its currency is the denomination of amounts, and its declarations say which
 * attributes there are. Refuses unknown or missing fields and values of the wrong kind, all at once, each with its path.
 * What can be read but makes no sense, such as a negative quantity, is left for the engine to refuse. The format is
 * described in docs/formats.md and in {@code io/rewards/schema/event.schema.json}. The events that only the engine
 * raises are read too, for archives. Immutable and thread-safe.
 */
public final class EventReader {

    private final AttributesReader attributes;
    private final ShapeReader shapes;

    /** Reads events for {@code programme}. */
    public EventReader(Programme programme) {
        Amounts amounts = SettingsReader.amounts(programme.settings(), true);
        attributes = new AttributesReader(programme.attributes(), Set.of(), amounts);
        shapes = new ShapeReader(amounts, attributes, programme.settings().zone());
    }

    /**
     * The event in a JSON text.
     *
     * @param source name of the input for messages, such as a file and a line
     * @throws InvalidInputException naming every problem
     */
    public CustomerEvent read(String source, String json) {
        return read(source, Document.json(source, json));
    }

    /**
     * The event in a tree that was parsed already, such as part of a larger document. Parsers that make binary fractions
     * of decimal numbers lose decimals before this method sees them.
     *
     * @param source name of the input for messages
     * @throws InvalidInputException naming every problem
     */
    public CustomerEvent read(String source, JsonNode tree) {
        return read(source, Document.of(source, tree));
    }

    private CustomerEvent read(String source, Node root) {
        Findings findings = new Findings();
        Optional<CustomerEvent> event = Value.root("event", root, findings).read(value -> value.object(this::event));
        List<Problem> problems = findings.and(List.of());
        if (!problems.isEmpty()) {
            throw new InvalidInputException(source, Lines.locate(problems, root));
        }
        return event.orElseThrow();
    }

    private CustomerEvent event(Fields fields) {
        Optional<EventKind<? extends CustomerEvent>> kind = fields.required("type", EventReader::kind);
        EventHeader header = header(fields);
        if (kind.isEmpty()) {
            fields.leaveRest();
            throw new NotedException();
        }
        return shapes.event(kind.get().shape(), fields, header);
    }

    /** The kind that is called by this word; hosts are not told the words of what only the engine raises. */
    private static EventKind<? extends CustomerEvent> kind(Value value) {
        return EventKinds.called(Scalars.anyText(value))
                .orElseThrow(() -> Scalars.notOneOf(
                        value,
                        EventKinds.all().stream()
                                .filter(kind -> !kind.isRaised())
                                .map(EventKind::word)
                                .toList()));
    }

    private EventHeader header(Fields fields) {
        String system = fields.optional("system", Scalars::anyText).orElse("");
        String id = fields.required("id", Scalars::text).orElse("");
        String participant = fields.required("participant", Scalars::text).orElse("");
        String unit = fields.required("unit", Scalars::text).orElse("");
        Instant performedOn = fields.required("performedOn", Scalars::instant).orElse(Instant.EPOCH);
        Optional<Instant> receivedOn = fields.optional("receivedOn", Scalars::instant);
        boolean processImmediately =
                fields.optional("processImmediately", Scalars::truth).orElse(true);
        Attributes carried = attributes.of(fields, AttributeOwner.EVENT);
        return new EventHeader(
                new EventKey(system, id), participant, unit, performedOn, receivedOn, processImmediately, carried);
    }
}
