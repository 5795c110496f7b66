package io.rewards.rules.drools;

import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rule files for tests, on top of the built-in pack. */
final class RuleTexts {

    static final String FILE = "house/house.drl";

    private static final String HEADER = "package rules.house;\n"
            + Vocabulary.importable().stream()
                    .map(type -> "import " + type.getName() + ";")
                    .collect(Collectors.joining(" "))
            + "\nglobal io.rewards.rules.Proposals propose;\n";

    private RuleTexts() {}

    /** The line on which the first of the rules of a {@link #file} starts. */
    static final int FIRST_LINE = 4;

    /** A file with all imports and these rules. */
    static String file(String... rules) {
        return HEADER + String.join("\n", rules);
    }

    /** A rule on five lines that declines with its name when the conditions hold. */
    static String rule(String id, String type, String conditions) {
        return rule(id, type, conditions, "propose.decline( $c, DeclineReason.HOUSE_RULE );");
    }

    static String rule(String id, String type, String conditions, String call) {
        return "rule \"House: " + id + "\" @id( " + id + " )\nwhen\n    $c : " + type + "( " + conditions
                + " )\nthen\n    " + call + "\nend";
    }

    /** The built-in pack with one more file. */
    static RulePack pack(String text) {
        return RulePack.builtIn().with("test", Map.of(FILE, text));
    }

    static RuleSet compile(String... rules) {
        return DroolsRuleCompiler.compile(pack(file(rules)));
    }
}
