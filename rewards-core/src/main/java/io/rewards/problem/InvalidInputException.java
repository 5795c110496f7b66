package io.rewards.problem;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for an input that is wrong as a whole, such as a programme file. Nothing of it was used. */
public final class InvalidInputException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final transient List<Problem> problems;

    /**
     * All that is wrong with one input.
     *
     * @param source name of the input, such as a file
     * @param problems at least one
     */
    public InvalidInputException(String source, List<Problem> problems) {
        super(problems.stream()
                .map(problem -> source + ": " + problem)
                .collect(Collectors.joining(
                        "\n",
                        problems.size() + (problems.size() == 1 ? " problem in " : " problems in ") + source
                                + ", nothing was used:\n",
                        "")));
        this.source = source;
        this.problems = List.copyOf(problems);
    }

    /** Name of the input. */
    public String source() {
        return source;
    }

    /** Everything that is wrong with it. */
    public List<Problem> problems() {
        return problems;
    }
}
