package io.rewards.json;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.attribute.AttributeOwner;
import io.rewards.attribute.Attributes;
import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.PaymentMedium;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.participant.Profile;
import io.rewards.participant.TerminationReason;
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
 * described in docs/formats.md and in {@code io/rewards/schema/event.schema.json}. Immutable and thread-safe.
 */
public final class EventReader {

    private final Amounts amounts;
    private final AttributesReader attributes;
    private final ProfileReader profiles;

    /** Reads events for {@code programme}. */
    public EventReader(Programme programme) {
        amounts = SettingsReader.amounts(programme.settings(), true);
        attributes = new AttributesReader(programme.attributes(), Set.of(), amounts);
        profiles = new ProfileReader(attributes);
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

    /** Where something is wrong, the event is built of stand-ins and thrown away. */
    private CustomerEvent event(Fields fields) {
        Optional<EventType> type = fields.required("type", EventType::read);
        EventHeader header = header(fields);
        if (type.isEmpty()) {
            fields.leaveRest();
            throw new NotedException();
        }
        return switch (type.get()) {
            case PURCHASE -> purchase(fields, header);
            case GOODS_RETURN -> new GoodsReturn(header, reference(fields, header), lines(fields));
            case PARTICIPANT_REGISTERED ->
                new ParticipantRegistered(
                        header, fields.optional("profile", profiles::read).orElse(Profile.EMPTY));
            case SCHEME_SIGN_UP ->
                new SchemeSignUp(
                        header,
                        fields.required("scheme", Scalars::text).orElse(""),
                        fields.optional("referenceCode", Scalars::anyText).orElse(""));
            case PARTICIPANT_TERMINATED ->
                new ParticipantTerminated(
                        header,
                        fields.required("reason", Scalars.constant(TerminationReason.class))
                                .orElse(TerminationReason.CUSTOMER_REQUEST));
        };
    }

    private EventHeader header(Fields fields) {
        String system = fields.optional("system", Scalars::anyText).orElse("");
        String id = fields.required("id", Scalars::text).orElse("");
        String participant = fields.required("participant", Scalars::text).orElse("");
        String unit = fields.required("unit", Scalars::text).orElse("");
        Instant performedOn = fields.required("performedOn", Scalars::instant).orElse(Instant.EPOCH);
        Optional<Instant> receivedOn = fields.optional("receivedOn", Scalars::instant);
        Attributes carried = attributes.of(fields, AttributeOwner.EVENT);
        return new EventHeader(new EventKey(system, id), participant, unit, performedOn, receivedOn, carried);
    }

    private Purchase purchase(Fields fields, EventHeader header) {
        String reference = reference(fields, header);
        List<PurchaseLine> lines = lines(fields);
        PaymentMedium medium =
                fields.optional("paymentMedium", EventReader::paymentMedium).orElse(PaymentMedium.UNKNOWN);
        boolean processImmediately =
                fields.optional("processImmediately", Scalars::truth).orElse(true);
        return new Purchase(header, reference, lines, medium, processImmediately);
    }

    private static String reference(Fields fields, EventHeader header) {
        return fields.optional("reference", Scalars::text).orElse(header.key().id());
    }

    private static PaymentMedium paymentMedium(Value value) {
        return value.object(fields -> {
            String brand = fields.optional("brand", Scalars::anyText).orElse("");
            String type = fields.optional("type", Scalars::anyText).orElse("");
            return new PaymentMedium(brand, type);
        });
    }

    private List<PurchaseLine> lines(Fields fields) {
        Optional<Value> written = fields.value("lines");
        Amounts plain = fields.optional("denomination", code -> amounts.in(denomination(code, written)))
                .orElse(amounts);
        return fields.required("lines", Scalars.all(line -> line(line, plain))).orElse(List.of());
    }

    private PurchaseLine line(Value value, Amounts plain) {
        return value.object(fields -> {
            String id = fields.optional("id", Scalars::text).orElse(value.name());
            String product = fields.required("product", Scalars::text).orElse("");
            String type = fields.optional("type", Scalars::anyText).orElse("");
            String family = fields.optional("family", Scalars::anyText).orElse("");
            long quantity = fields.required("quantity", Scalars::wholeNumber).orElse(0L);
            Amount zero = Amount.zero(plain.plain());
            Amount total = fields.required("total", plain::plainAmount).orElse(zero);
            Amount vat = fields.optional("vat", plain::plainAmount).orElse(zero);
            Attributes carried = attributes.of(fields, AttributeOwner.LINE);
            return new PurchaseLine(id, product, type, family, quantity, total, vat, carried);
        });
    }

    /** A denomination of the programme; for any other, the scale that fits the amounts, for the engine to refuse. */
    private Denomination denomination(Value value, Optional<Value> lines) {
        String code = Scalars.text(value);
        return amounts.find(code).orElseGet(() -> {
            int scale = lines.map(written -> mostDecimals(written.node())).orElse(0);
            return new Denomination(
                    code, Math.max(scale, SettingsReader.isoScale(code).orElse(0)));
        });
    }

    private static int mostDecimals(Node lines) {
        int most = 0;
        if (lines instanceof Node.Items list) {
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping line) {
                    most = Math.max(most, Scalars.decimals(line.fields().get("total")));
                    most = Math.max(most, Scalars.decimals(line.fields().get("vat")));
                }
            }
        }
        return most;
    }
}
