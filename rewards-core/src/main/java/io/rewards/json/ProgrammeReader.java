package io.rewards.json;

import io.rewards.catalogue.Part;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.ProgrammeCheck;
import io.rewards.catalogue.Unread;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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

    /** Parts with elements of which not even the code could be read. */
    private final Set<Part<?>> incomplete = new HashSet<>();

    private ProgrammeReader() {}

    /**
     * The programme in a file.
     *
     * @throws IOException when the file cannot be read
     * @throws InvalidInputException naming every problem
     */
    public static Programme read(Path file) throws IOException {
        return read(file, outdated -> {});
    }

    /**
     * The same.
     *
     * @param outdated is told of everything that is in a form of earlier versions, and how it is said today
     * @throws IOException when the file cannot be read
     * @throws InvalidInputException naming every problem
     */
    public static Programme read(Path file, Consumer<Problem> outdated) throws IOException {
        String source = file.toString();
        return read(source, Document.yamlOrJson(source, Document.decode(source, Files.readAllBytes(file))), outdated);
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
        return read(source, Document.yamlOrJson(source, text), outdated -> {});
    }

    /**
     * The programme in a tree that was parsed already, such as part of a larger document. Parsers that make binary
     * fractions of decimal numbers lose decimals before this method sees them.
     *
     * @param source name of the input for messages
     * @throws InvalidInputException naming every problem
     */
    public static Programme read(String source, JsonNode tree) {
        return read(source, Document.of(source, tree), outdated -> {});
    }

    private static Programme read(String source, Node document, Consumer<Problem> outdated) {
        Node root = OldForm.asOfToday(document, outdated);
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
        if (unreadablePaths().contains(AttributesReader.UNKNOWN_PATH)) {
            incomplete.add(Part.ATTRIBUTES);
        }
        return ProgrammeCheck.problems(programme, new Unread(unreadable, incomplete));
    }

    private Programme programme(Fields fields) {
        String name = fields.required("name", Scalars::text).orElse("");
        String version = fields.optional("version", Scalars::text).orElse(Programme.UNVERSIONED);
        SettingsReader.Result settings =
                fields.required("settings", SettingsReader::read).orElse(SettingsReader.Result.UNREADABLE);
        Programme.Builder programme =
                Programme.builder(name, settings.settings()).withVersion(version);
        for (PartForm<?> form : PartForm.ALL) {
            read(form, fields, settings, programme);
        }
        return programme.build();
    }

    /** Reads a part as the parts before it allow: attributes as they are declared, offers of types that are known. */
    private <T> void read(
            PartForm<T> form, Fields fields, SettingsReader.Result settings, Programme.Builder programme) {
        Programme before = programme.build();
        AttributesReader attributes = new AttributesReader(before.attributes(), unreadablePaths(), settings.amounts());
        ZoneId zone = settings.settings().zone();
        PartForm.Context context = new PartForm.Context(
                new ShapeReader(settings.amounts(), attributes, zone),
                () -> new OfferReader(zone, settings.amounts(), attributes, before.offerTypes()));
        programme.with(form.part(), elements(fields, form.part(), form.reading().apply(context)));
    }

    private <T> List<T> elements(Fields fields, Part<T> part, Reading<T> reading) {
        String name = part.kind().list();
        fields.value(name).ifPresent(value -> {
            if (!(value.node() instanceof Node.Items list)
                    || !list.items().stream().allMatch(Node::isNamed)) {
                incomplete.add(part);
            }
        });
        if (fields.isMisspelt(name)) {
            incomplete.add(part);
        }
        return fields.optional(name, value -> value.elements(reading, unreadable::add))
                .orElse(List.of());
    }

    private Set<String> unreadablePaths() {
        Set<String> paths = new HashSet<>();
        if (incomplete.contains(Part.ATTRIBUTES)) {
            paths.add(AttributesReader.UNKNOWN_PATH);
        }
        for (String name : unreadable) {
            paths.add(ATTRIBUTE_PATH.matcher(name).matches() ? name : AttributesReader.UNKNOWN_PATH);
        }
        return paths;
    }
}
