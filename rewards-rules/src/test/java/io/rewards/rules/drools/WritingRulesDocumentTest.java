package io.rewards.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rewards.decision.Candidate;
import io.rewards.decision.DeclineReason;
import io.rewards.offer.OfferKinds;
import io.rewards.rules.RuleCompilationException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the guide to writing rules says is so. */
class WritingRulesDocumentTest {

    private static String document;

    @BeforeAll
    static void read() throws IOException {
        document = Files.readString(Path.of("..", "docs", "writing-rules.md"));
    }

    @Test
    void theTablesNameExactlyTheWordsThatExist() {
        for (Class<? extends Candidate> type : Vocabulary.candidates().values()) {
            assertThat(rows("### " + type.getSimpleName(), 0, 1))
                    .as(type.getSimpleName())
                    .containsExactlyInAnyOrderEntriesOf(own(type));
        }
    }

    @Test
    void theTableNamesExactlyTheLookUpsThatExist() {
        Map<String, String> lookUps = new TreeMap<>();
        Vocabulary.lookUps().forEach((name, kind) -> lookUps.put(name + "(\"...\")", kind.words()));

        assertThat(rows("### Look-ups of attributes", 0, 1)).containsExactlyInAnyOrderEntriesOf(lookUps);
    }

    @Test
    void theTableNamesExactlyTheConstantsThatExist() {
        Map<String, String> constants = new TreeMap<>();
        Vocabulary.constantTypes().forEach((name, type) -> {
            if (type != DeclineReason.class) {
                constants.put(name, String.join("`, `", new ValueType(type, type).constants()));
            }
        });

        assertThat(rows("### Constants", 0, 1)).containsExactlyInAnyOrderEntriesOf(constants);
    }

    @Test
    void theTableGivesEveryReasonOfRulesWithItsSentence() {
        Map<String, String> reasons = Arrays.stream(DeclineReason.values())
                .filter(reason -> !ProposalReader.OF_THE_ENGINE.contains(reason))
                .collect(Collectors.toMap(
                        Enum::name,
                        reason -> reason == DeclineReason.HOUSE_RULE ? "the name of the rule" : reason.sentence()));

        assertThat(rows("| reason | sentence |", 0, 1)).containsExactlyInAnyOrderEntriesOf(reasons);
        assertThat(ProposalReader.OF_THE_ENGINE)
                .allSatisfy(reason -> assertThat(document).contains("`" + reason + "`"));
    }

    @Test
    void theTableOfCandidatesSaysWhichClassificationEachHas() {
        Map<String, String> table = rows("| type | offers |", 0, 1);

        assertThat(table.keySet()).isEqualTo(Vocabulary.candidates().keySet());
        OfferKinds.all()
                .forEach(kind -> assertThat(table)
                        .containsEntry(kind.candidate().getSimpleName(), "classification `" + kind.classification()));
    }

    @Test
    void theTableOfFilesNamesAllBuiltInOnes() {
        assertThat(rows("| path | rules |", 0, 1).keySet())
                .isEqualTo(RulePack.builtIn().files().keySet());
    }

    @Test
    void theExampleIsAccepted() {
        assertThat(DroolsRuleCompiler.compile(RuleTexts.pack(example())).ruleIds())
                .contains("CSH-010", "CSH-020");
    }

    @Test
    void theExampleAboutSomethingElseThanAPurchaseIsAccepted() {
        assertThat(DroolsRuleCompiler.compile(RuleTexts.pack(examples().get(1))).ruleIds())
                .contains("OFF-010", "OFF-020");
    }

    @Test
    void whatIsQuotedFromTheBuiltInFilesStandsInThem() {
        RulePack pack = RulePack.builtIn();
        String folder = "reward_achievements/reward_achievements";
        String birthdays = "reward_on_birthday/reward_on_birthday.cases.yaml";

        assertThat(pack.files().get(folder + ".drl")).contains(block("rule \"Achievements"));
        assertThat(pack.cases().get(folder + ".cases.yaml")).contains(block("  - name: the first of the set"));
        assertThat(block("  - name: a run that was missed").lines())
                .allSatisfy(line -> assertThat(pack.cases().get(birthdays)).contains(line));
    }

    /** The block of text that begins so. */
    private static String block(String start) {
        int from = document.indexOf("```\n" + start) + "```\n".length();
        return document.substring(from, document.indexOf("```", from));
    }

    @Test
    void everyConditionAndEveryCallOfTheTablesIsAcceptedOnSomeCandidate() {
        Stream<String> conditions = rows("| written | holds when | for |", 0, 1).keySet().stream()
                .map(condition -> condition.replaceAll("`.*", ""));
        assertThat(conditions)
                .hasSize(7)
                .allSatisfy(condition -> assertThat(accepted(condition, "propose.grant( $c, $c.award() );"))
                        .isTrue());
        assertThat(rows("| call | for |", 0, 1).keySet())
                .hasSize(7)
                .allSatisfy(call -> assertThat(accepted("signedUp", call)).isTrue());
    }

    @Test
    void theMessagesAreThoseThatTheCheckGives() {
        String broken = example()
                .replace("offerState ==", "bace >= base, base >= 10, offerState ==")
                .replaceFirst("HOUSE_RULE", "HOUSERULE");
        String nameless = example().replace("    @id( CSH-020 )\n", "");
        String twice = example()
                + example()
                        .substring(example().indexOf("rule \"Corner shop: large"))
                        .replace("large", "huge");
        String lacking = RuleTexts.file(RuleTexts.rule("CSH-010", "FreeCapacityCandidate", "signedUp"));

        List<String> given = new ArrayList<>();
        for (String text : List.of(broken, nameless, twice)) {
            given.addAll(messages(RulePack.builtIn().with("rules", Map.of(RuleTexts.FILE, text))));
        }
        given.addAll(messages(
                RulePack.builtIn().with("rules", Map.of("utilise_free_capacity/utilise_free_capacity.drl", lacking))));

        Matcher block = Pattern.compile("```\n(house/house.drl:.*?)\n```", Pattern.DOTALL)
                .matcher(document);
        assertThat(block.find()).isTrue();
        assertThat(given).containsExactlyElementsOf(block.group(1).lines().toList());
    }

    private static String example() {
        return examples().get(0);
    }

    private static List<String> examples() {
        return Pattern.compile("```drl\n(.*?)```", Pattern.DOTALL)
                .matcher(document)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static List<String> messages(RulePack pack) {
        RuleCompilationException refused =
                catchThrowableOfType(RuleCompilationException.class, () -> RuleFileCheck.check(pack));
        return refused.problems().stream().map(RuleProblem::toString).toList();
    }

    private static boolean accepted(String condition, String call) {
        return Vocabulary.candidates().keySet().stream().anyMatch(type -> {
            List<RuleProblem> problems = new ArrayList<>();
            RuleFileReader.read("x.drl", RuleTexts.file(RuleTexts.rule("TST-010", type, condition, call)), problems);
            return problems.isEmpty();
        });
    }

    /** The words that this type adds to those of the types above it. */
    private static Map<String, String> own(Class<? extends Candidate> type) {
        Map<String, String> own = new TreeMap<>();
        Vocabulary.accessors(type).forEach((name, kind) -> own.put(name, kind.words()));
        Vocabulary.candidates().values().stream()
                .filter(other -> other != type && other.isAssignableFrom(type))
                .forEach(other ->
                        own.keySet().removeAll(Vocabulary.accessors(other).keySet()));
        return own;
    }

    /** Two columns of the first table after a line, up to the next heading or table; without the outer back-quotes. */
    private static Map<String, String> rows(String line, int key, int value) {
        String after = document.substring(document.indexOf("\n" + line + "\n") + line.length() + 2);
        String section = line.startsWith("|") ? after.split("\n\n", 2)[0] : after.split("\n#", 2)[0];
        return section.lines()
                .filter(row -> row.startsWith("| `"))
                .map(row -> row.split(" \\| ", -1))
                .collect(Collectors.toMap(
                        cells -> bare(cells[key]), cells -> bare(cells[value]), (a, b) -> b, TreeMap::new));
    }

    private static String bare(String cell) {
        return cell.replaceAll("^(\\| )?`?|`?( \\|)?$", "");
    }
}
