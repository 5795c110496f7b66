package io.rewards.json;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.catalogue.Category;
import io.rewards.catalogue.EventClassification;
import io.rewards.catalogue.Kpi;
import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.OfferTemplate;
import io.rewards.catalogue.OfferType;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ProgrammeCheck;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.organisation.Product;
import io.rewards.organisation.ProductFamily;
import io.rewards.organisation.ProductType;
import io.rewards.organisation.Segment;
import io.rewards.organisation.Unit;
import io.rewards.organisation.UnitGroup;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads a programme from YAML or JSON and checks it as a whole. Refuses one with unknown or missing fields, values of the
 * wrong kind, impossible values or references to nothing: everything that is wrong is told at once, with its path, and
 * nothing is loaded. The format is described in docs/formats.md and in {@code io/rewards/schema/programme.schema.json}.
 * Thread-safe.
 */
public final class ProgrammeReader {

    private static final Pattern ATTRIBUTE_PATH =
            Pattern.compile("(event|line|participant|product|offer)\\.[a-z][A-Za-z0-9]*");

    /** Codes of elements that could not be read. */
    private final Set<String> unreadable = new HashSet<>();

    /** Lists with elements of which not even the code could be read. */
    private final Set<String> incomplete = new HashSet<>();

    private ProgrammeReader() {}

    /**
     * The programme in a file.
     *
     * @throws IOException when the file cannot be read
     * @throws InvalidInputException naming every problem
     */
    public static Programme read(Path file) throws IOException {
        String source = file.toString();
        return read(source, Document.decode(source, Files.readAllBytes(file)));
    }

    /**
     * The programme in a stream, which is left open.
     *
     * @param source name of the input for messages
     * @throws IOException when the stream cannot be read
     * @throws InvalidInputException naming every problem
     */
    public static Programme read(String source, InputStream stream) throws IOException {
        return read(source, Document.decode(source, stream.readAllBytes()));
    }

    /**
     * The programme in a text.
     *
     * @param source name of the input for messages
     * @throws InvalidInputException naming every problem
     */
    public static Programme read(String source, String text) {
        return read(source, Document.yamlOrJson(source, text));
    }

    /**
     * The programme in a tree that was parsed already, such as part of a larger document. Parsers that make binary
     * fractions of decimal numbers lose decimals before this method sees them.
     *
     * @param source name of the input for messages
     * @throws InvalidInputException naming every problem
     */
    public static Programme read(String source, JsonNode tree) {
        return read(source, Document.of(source, tree));
    }

    private static Programme read(String source, Node root) {
        Findings findings = new Findings();
        ProgrammeReader reader = new ProgrammeReader();
        Optional<Programme> programme =
                Value.root("programme", root, findings).read(value -> value.object(reader::programme));
        List<Problem> problems = findings.and(programme.map(reader::check).orElse(List.of()));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(source, Lines.locate(problems, root));
        }
        return programme.orElseThrow();
    }

    /** What is wrong with the programme as a whole, but for references into lists that are not wholly known. */
    private List<Problem> check(Programme programme) {
        return ProgrammeCheck.problems(programme, unreadable).stream()
                .filter(problem -> !References.areInto(incomplete, problem.path()))
                .toList();
    }

    private Programme programme(Fields fields) {
        String name = fields.required("name", Scalars::text).orElse("");
        String version = fields.optional("version", Scalars::text).orElse(Programme.UNVERSIONED);
        SettingsReader.Result settings =
                fields.required("settings", SettingsReader::read).orElse(SettingsReader.Result.UNREADABLE);
        List<AttributeDeclaration> declarations = elements(fields, "attributes", AttributesReader::declaration);
        AttributesReader attributes = new AttributesReader(declarations, unreadablePaths(), settings.amounts());
        List<ProductFamily> families = elements(fields, "families", OrganisationReader::family);
        List<ProductType> productTypes = elements(fields, "productTypes", OrganisationReader::productType);
        List<Product> products = elements(fields, "products", OrganisationReader.product(attributes));
        List<UnitGroup> groups = elements(fields, "groups", OrganisationReader::group);
        List<Unit> units = elements(fields, "units", OrganisationReader::unit);
        List<Segment> segments = elements(fields, "segments", OrganisationReader::segment);
        List<String> tiers = elements(fields, "tiers", Scalars::text);
        List<Scheme> schemes = elements(fields, "schemes", OrganisationReader::scheme);
        List<Category> categories = elements(fields, "categories", OrganisationReader::category);
        List<OfferType> offerTypes = elements(fields, "offerTypes", OrganisationReader::offerType);
        OfferReader offerReader =
                new OfferReader(settings.settings().zone(), settings.amounts(), attributes, offerTypes);
        List<Kpi> kpis = elements(fields, "kpis", OperationReader::kpi);
        List<EventClassification> eventClassifications =
                elements(fields, "eventClassifications", OperationReader::eventClassification);
        List<OfferTemplate> templates = elements(fields, "templates", offerReader::template);
        List<Offer> offers = elements(fields, "offers", offerReader::read);
        List<RunDefinition> runs =
                elements(fields, "runs", OperationReader.run(settings.settings().zone()));
        List<MessageTemplate> messages = elements(fields, "messages", OperationReader::message);
        return new Programme(
                name,
                version,
                settings.settings(),
                declarations,
                families,
                productTypes,
                products,
                groups,
                units,
                segments,
                tiers,
                schemes,
                categories,
                offerTypes,
                offers,
                kpis,
                eventClassifications,
                templates,
                runs,
                messages);
    }

    private <T> List<T> elements(Fields fields, String name, Reading<T> reading) {
        fields.value(name).ifPresent(value -> {
            if (!(value.node() instanceof Node.Items list)
                    || !list.items().stream().allMatch(Node::isNamed)) {
                incomplete.add(name);
            }
        });
        if (fields.isMisspelt(name)) {
            incomplete.add(name);
        }
        return fields.optional(name, value -> value.elements(reading, unreadable::add))
                .orElse(List.of());
    }

    private Set<String> unreadablePaths() {
        Set<String> paths = new HashSet<>();
        if (incomplete.contains("attributes")) {
            paths.add(AttributesReader.UNKNOWN_PATH);
        }
        for (String name : unreadable) {
            paths.add(ATTRIBUTE_PATH.matcher(name).matches() ? name : AttributesReader.UNKNOWN_PATH);
        }
        return paths;
    }
}
