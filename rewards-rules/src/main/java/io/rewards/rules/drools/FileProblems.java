package io.rewards.rules.drools;

import io.rewards.rules.RuleProblem;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with one rule file, as far as it was read. Not thread-safe. */
final class FileProblems {

    private final String file;
    private final List<RuleProblem> found = new ArrayList<>();
    private String rule = "";

    FileProblems(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /** From now on problems are those of this rule; empty outside of rules. */
    void inRule(String idOrName) {
        rule = idOrName;
    }

    void add(Refusal refusal) {
        found.add(new RuleProblem(file, refusal.line(), rule, refusal.text()));
    }

    List<RuleProblem> found() {
        return found;
    }
}
