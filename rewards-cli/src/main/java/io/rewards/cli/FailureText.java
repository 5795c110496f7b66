package io.rewards.cli;

import io.rewards.problem.Problem;
import java.io.PrintWriter;
import java.util.List;

/** Prints what is wrong with single lines of a file; of very many, only the first. Not thread-safe. */
final class FailureText {

    private static final int LINES_SHOWN = 100;

    private final PrintWriter err;
    private int shown;

    FailureText(PrintWriter err) {
        this.err = err;
    }

    void print(String where, List<Problem> problems) {
        if (shown < LINES_SHOWN) {
            problems.forEach(problem -> err.println(Printable.of(where + ": " + problem)));
        } else if (shown == LINES_SHOWN) {
            err.println("Further broken lines are counted, but not printed.");
        }
        shown++;
        err.flush();
    }
}
