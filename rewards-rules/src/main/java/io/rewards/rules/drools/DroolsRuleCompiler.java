package io.rewards.rules.drools;

import io.rewards.rules.RuleCompilationException;
import io.rewards.rules.RuleExecutionException;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleProblem;
import io.rewards.rules.RuleSet;
import java.util.List;
import org.kie.api.KieBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a rule pack ready to answer. Stateless and thread-safe, and works on any thread, whatever its class loader.
 * Compiling takes about a second, so keep the result.
 */
public final class DroolsRuleCompiler {

    private static final Logger LOG = LoggerFactory.getLogger(DroolsRuleCompiler.class);

    private DroolsRuleCompiler() {}

    /** The built-in rules, compiled once for everybody: they are thread-safe, and compiling takes a second. */
    public static RuleSet builtIn() {
        return BuiltIn.RULES;
    }

    /** Compiled when they are asked for first. */
    private static final class BuiltIn {
        private static final RuleSet RULES = compile(RulePack.builtIn());
    }

    /**
     * The rules of {@code pack}, checked, compiled and tried out.
     *
     * @throws RuleCompilationException naming file, line and rule of everything that is wrong
     */
    public static RuleSet compile(RulePack pack) {
        return compile(pack, RuleFileCheck.check(pack));
    }

    static RuleSet compile(RulePack pack, List<Rule> rules) {
        RuleSet ruleSet = OwnThread.call(() -> build(pack, rules));
        LOG.info("Rule pack {} is ready: {} rules, hash {}.", pack.name(), rules.size(), ruleSet.hash());
        return ruleSet;
    }

    private static RuleSet build(RulePack pack, List<Rule> rules) {
        KieBase base = KieBases.build(rules)
                .orElseThrow(() -> new RuleCompilationException(pack.name(), culprits(pack.name(), rules)));
        DroolsRuleSet ruleSet = new DroolsRuleSet(pack.name(), pack.hash(), rules, base);
        tryOut(pack, rules, ruleSet);
        return ruleSet;
    }

    private static void tryOut(RulePack pack, List<Rule> rules, RuleSet ruleSet) {
        try {
            TrialRun.of(ruleSet);
        } catch (RuleExecutionException e) {
            String message = "The rule failed when it was tried out: " + e.getMessage();
            throw new RuleCompilationException(
                    pack.name(),
                    rules.stream()
                            .filter(rule -> rule.id().equals(e.rule()))
                            .map(rule -> problem(rule, message))
                            .toList());
        }
    }

    /** The rules that Drools does not compile though the check understood them, found by compiling each alone. */
    private static List<RuleProblem> culprits(String pack, List<Rule> rules) {
        List<RuleProblem> culprits = rules.stream()
                .filter(rule -> KieBases.build(List.of(rule)).isEmpty())
                .map(rule -> problem(
                        rule,
                        "The rule is well formed, but Drools does not compile it. Take its conditions away one by one to"
                                + " find which, and write that one in another way."))
                .toList();
        return culprits.isEmpty()
                ? List.of(
                        new RuleProblem(pack, 0, "", "Drools compiles each rule alone, but not all of them together."))
                : culprits;
    }

    private static RuleProblem problem(Rule rule, String message) {
        return new RuleProblem(rule.file(), rule.line(), rule.id(), message);
    }
}
