package io.rewards.rules.drools;

import io.rewards.offer.OfferKinds;
import io.rewards.rules.RuleCompilationException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Checks a rule pack before anything is compiled: every file must be understood to the last sign, so that a rule can
 * neither run code of its own nor mean something else than it says.
 */
final class RuleFileCheck {

    private static final Comparator<RuleProblem> ORDER =
            Comparator.comparing(RuleProblem::file).thenComparing(RuleProblem::line);

    private RuleFileCheck() {}

    /**
     * The rules of a pack, in order of files and lines.
     *
     * @throws RuleCompilationException naming all problems of all files
     */
    static List<Rule> check(RulePack pack) {
        List<RuleProblem> problems = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        pack.files().forEach((file, text) -> rules.addAll(RuleFileReader.read(file, text, problems)));
        requireUnique("id", rules, Rule::id, problems);
        requireUnique("name", rules, Rule::name, problems);
        if (problems.isEmpty()) {
            requireAllClassifications(pack.name(), rules, problems);
        }
        if (!problems.isEmpty()) {
            problems.sort(ORDER);
            throw new RuleCompilationException(pack.name(), problems);
        }
        return List.copyOf(rules);
    }

    private static void requireUnique(
            String what, List<Rule> rules, Function<Rule, String> key, List<RuleProblem> problems) {
        Map<String, Rule> known = new HashMap<>();
        for (Rule rule : rules) {
            Rule first = known.putIfAbsent(key.apply(rule), rule);
            if (first != null) {
                problems.add(new RuleProblem(
                        rule.file(),
                        rule.line(),
                        rule.id(),
                        "The " + what + " (" + key.apply(rule) + ") of the rule is already that of the rule at "
                                + first.file() + ":" + first.line() + ". Choose another."));
            }
        }
    }

    private static void requireAllClassifications(String pack, List<Rule> rules, List<RuleProblem> problems) {
        OfferKinds.all().forEach(kind -> {
            if (rules.stream().noneMatch(rule -> rule.grants() && rule.type() == kind.candidate())) {
                problems.add(new RuleProblem(
                        pack,
                        0,
                        "",
                        "No rule grants offers of the classification (" + kind.classification()
                                + "). Add one that matches " + kind.candidate().getSimpleName()
                                + " and calls propose.grant."));
            }
        });
    }
}
