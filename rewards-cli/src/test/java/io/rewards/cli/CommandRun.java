package io.rewards.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;

/** A command that was run in this Java, with what it printed. */
record CommandRun(int code, String out, String err) {

    static CommandRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Rewards.run(new PrintWriter(out), new PrintWriter(err), args);
        return new CommandRun(code, out.toString(), err.toString());
    }

    /** The cells of the first printed row whose first cell is {@code name}; two blanks divide cells. */
    List<String> row(String name) {
        return out.lines()
                .map(line -> Arrays.asList(line.strip().split(" {2,}")))
                .filter(cells -> cells.get(0).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + name + " in\n" + out));
    }
}
