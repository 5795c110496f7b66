package io.rewards.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A rule pack was refused. Names every problem of every file, one a line. */
public final class RuleCompilationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;

    /** With all problems of {@code pack}. */
    public RuleCompilationException(String pack, List<RuleProblem> problems) {
        super("The rule pack (" + pack + ") cannot be used:\n"
                + problems.stream().map(RuleProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, in order of files and lines. */
    public List<RuleProblem> problems() {
        return problems;
    }
}
