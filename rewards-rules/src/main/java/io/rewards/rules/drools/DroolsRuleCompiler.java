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

    /**
     * The rules of {@code pack}, checked, compiled and tried out.
     *
     * @throws RuleCompilationException naming file, line and rule of everything that is wrong
     */
    public static RuleSet compile(RulePack pack) {
        List<Rule> rules = RuleFileCheck.check(pack);
        KieBase base = KieBases.build(rules)
                .orElseThrow(() -> new RuleCompilationException(pack.name(), culprits(pack.name(), rules)));
        DroolsRuleSet ruleSet = new DroolsRuleSet(pack.name(), pack.hash(), rules, base);
        tryOut(pack, rules, ruleSet);
        LOG.info("Rule pack {} is ready: {} rules, hash {}.", pack.name(), rules.size(), ruleSet.hash());
        return ruleSet;
    }

    private static void tryOut(RulePack pack, List<Rule> rules, RuleSet ruleSet) {
        try {
            TrialRun.of(ruleSet);
        } catch (RuleExecutionException e) {
            RuleProblem problem = rules.stream()
                    .filter(rule -> rule.id().equals(e.rule()))
                    .findFirst()
                    .map(rule -> new RuleProblem(rule.file(), rule.line(), rule.id(), ""))
                    .orElse(new RuleProblem(pack.name(), 0, "", ""));
            throw new RuleCompilationException(
                    pack.name(),
                    List.of(new RuleProblem(
                            problem.file(),
                            problem.line(),
                            problem.rule(),
                            "The rule failed when it was tried out: " + e.getMessage())));
        }
    }

    /** The rules that Drools does not compile though the check understood them, found by compiling each alone. */
    private static List<RuleProblem> culprits(String pack, List<Rule> rules) {
        List<RuleProblem> culprits = rules.stream()
                .filter(rule -> KieBases.build(List.of(rule)).isEmpty())
                .map(rule -> new RuleProblem(
                        rule.file(),
                        rule.line(),
                        rule.id(),
                        "The rule is well formed, but Drools does not compile it. Write its conditions in another way,"
                                + " one at a time, to find the one."))
                .toList();
        return culprits.isEmpty()
                ? List.of(
                        new RuleProblem(pack, 0, "", "Drools compiles each rule alone, but not all of them together."))
                : culprits;
    }
}
