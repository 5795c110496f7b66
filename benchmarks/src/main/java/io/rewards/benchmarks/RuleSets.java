package io.rewards.benchmarks;

import io.rewards.oracle.HandWrittenRules;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;

/** The rule sets that can decide a benchmark. */
final class RuleSets {

    private RuleSets() {}

    /** Compiled when first asked for, and once. */
    private static final class Compiled {

        private static final RuleSet DROOLS = DroolsRuleCompiler.compile(RulePack.builtIn());
    }

    /** The built-in rule files, compiled. */
    static RuleSet drools() {
        return Compiled.DROOLS;
    }

    /** {@code drools} for the built-in rule files, {@code handWritten} for the same rules in plain Java. */
    static RuleSet named(String name) {
        return switch (name) {
            case "drools" -> drools();
            case "handWritten" -> new HandWrittenRules(RulePack.builtIn().hash());
            default -> throw new IllegalArgumentException("The rules (" + name + ") must be drools or handWritten.");
        };
    }
}
