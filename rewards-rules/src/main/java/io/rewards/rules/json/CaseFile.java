package io.rewards.rules.json;

import io.rewards.catalogue.Programme;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.RaisedEvent;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.problem.Problems;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A file of cases: a programme and examples of what its offers must do. Immutable.
 *
 * @param programme that the cases are about
 * @param othersMayAward whether an award that a case does not expect is no failure, because each case is about few of
 *     many offers
 * @param cases in the order of the file
 */
public record CaseFile(Programme programme, boolean othersMayAward, List<RuleCase> cases) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Copies the cases. */
    public CaseFile {
        cases = List.copyOf(cases);
    }

    private record Text(
            @Nullable JsonNode programme,
            @Nullable Boolean othersMayAward,
            @Nullable ObjectNode defaults,
            @Nullable List<ObjectNode> history,
            @Nullable List<CaseText> cases) {}

    private record CaseText(
            @Nullable String name,
            @Nullable List<ObjectNode> history,
            @Nullable ObjectNode event,
            @Nullable String since,
            @Nullable List<ExpectedText> expect,
            @Nullable String payable) {}

    private record ExpectedText(
            @Nullable String offer,
            @Nullable String award,
            @Nullable String rule,
            @Nullable List<DeclineText> declined) {}

    private record DeclineText(
            @Nullable String rule,
            @Nullable String reason,
            @Nullable String actual,
            @Nullable String required,
            @Nullable String distance) {}

    /**
     * Reads the text of a file of cases.
     *
     * @throws InvalidInputException naming every problem that was found
     */
    public static CaseFile read(String source, String yaml) {
        Text text;
        try {
            text = YAML.readValue(yaml, Text.class);
        } catch (JacksonException e) {
            throw new InvalidInputException(source, List.of(new Problem("", e.getOriginalMessage())));
        }
        return new CaseReader(source, text).cases();
    }

    private static final class CaseReader {

        private final String source;
        private final Text text;
        private final Programme programme;
        private final EventReader events;
        private final Problems problems = new Problems();

        CaseReader(String source, Text text) {
            this.source = source;
            this.text = text;
            JsonNode given = text.programme();
            programme = ProgrammeReader.read(source, given == null ? YAML.createObjectNode() : given);
            events = new EventReader(programme);
        }

        CaseFile cases() {
            List<RuleCase> cases = new ArrayList<>();
            List<CaseText> given = orNone(text.cases());
            problems.unless(!given.isEmpty(), "cases", "A file of cases must have at least one case.");
            for (int i = 0; i < given.size(); i++) {
                read(given.get(i), i, cases);
            }
            if (!problems.found().isEmpty()) {
                throw new InvalidInputException(source, problems.found());
            }
            return new CaseFile(programme, Boolean.TRUE.equals(text.othersMayAward()), cases);
        }

        private void read(CaseText given, int index, List<RuleCase> cases) {
            String path = "cases[" + index + "]";
            List<CustomerEvent> history = new ArrayList<>();
            read(orNone(text.history()), "history", history);
            read(orNone(given.history()), path + ".history", history);
            for (CustomerEvent before : history) {
                problems.unless(
                        !(before instanceof RaisedEvent) || before instanceof ParticipantVisited,
                        path + ".history",
                        "The event (" + before.key()
                                + ") is one that the engine raises by itself; as history, tell what"
                                + " brings it about.");
            }
            List<CustomerEvent> event = new ArrayList<>();
            if (given.event() == null) {
                problems.add(path + ".event", "A case must have an event: the one that is decided.");
            } else {
                read(List.of(given.event()), path + ".event", event);
            }
            problems.unless(
                    !isBlank(given.name()),
                    path + ".name",
                    "A case must have a name: a sentence that says what it shows.");
            if (event.isEmpty()) {
                return;
            }
            Optional<LocalDate> since = since(given, path);
            problems.unless(
                    since.isEmpty() || event.get(0) instanceof ParticipantVisited,
                    path + ".since",
                    "Only a case whose event is a participant_visited can say since.");
            List<RuleCase.Expected> expected = orNone(given.expect()).stream()
                    .map(each -> expected(each, path + ".expect"))
                    .toList();
            cases.add(new RuleCase(text(given.name()), history, event.get(0), since, expected, text(given.payable())));
        }

        private Optional<LocalDate> since(CaseText given, String path) {
            try {
                return Optional.ofNullable(given.since()).map(LocalDate::parse);
            } catch (DateTimeParseException e) {
                problems.add(path + ".since", "The day (" + given.since() + ") must be written like 2024-02-28.");
                return Optional.empty();
            }
        }

        private RuleCase.Expected expected(ExpectedText given, String path) {
            List<RuleCase.ExpectedDecline> declines = orNone(given.declined()).stream()
                    .map(decline -> new RuleCase.ExpectedDecline(
                            text(decline.rule()),
                            text(decline.reason()),
                            text(decline.actual()),
                            text(decline.required()),
                            text(decline.distance())))
                    .toList();
            problems.unless(
                    programme.offers().stream().anyMatch(offer -> offer.code().equals(given.offer())),
                    path,
                    "The offer (" + given.offer() + ") is not in the programme of the cases.");
            problems.unless(
                    declines.isEmpty() != isBlank(given.award()) && isBlank(given.award()) == isBlank(given.rule()),
                    path,
                    "The offer (" + given.offer() + ") must expect either award and rule, or declined.");
            return new RuleCase.Expected(text(given.offer()), text(given.award()), text(given.rule()), declines);
        }

        /** Events with the defaults of the file where they say nothing, received when they happened. */
        private void read(List<ObjectNode> nodes, String path, List<CustomerEvent> into) {
            for (int i = 0; i < nodes.size(); i++) {
                ObjectNode node = YAML.createObjectNode();
                ObjectNode defaults = text.defaults();
                if (defaults != null) {
                    node.setAll(defaults);
                }
                node.setAll(nodes.get(i));
                if (node.get("id") == null) {
                    node.put("id", path + "-" + (i + 1));
                }
                try {
                    into.add(receivedAtOnce(events.read(source, node)));
                } catch (InvalidInputException e) {
                    for (Problem problem : e.problems()) {
                        problems.add(path + "." + problem.path(), problem.message());
                    }
                }
            }
        }

        private static CustomerEvent receivedAtOnce(CustomerEvent event) {
            EventHeader header = event.header();
            return event.withHeader(header.receivedOn(header.receivedOn().orElse(header.performedOn())));
        }

        private static <T> List<T> orNone(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }

        private static String text(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
