package io.rewards.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Text in columns, each as wide as its widest cell and two blanks apart. Not thread-safe. */
final class Table {

    /** On which side of its column a cell lies. */
    enum Side {
        LEFT,
        RIGHT
    }

    private static final String GAP = "  ";

    private final List<Side> sides;
    private final List<List<String>> rows = new ArrayList<>();

    Table(Side... sides) {
        this.sides = List.of(sides);
    }

    /** Adds a row; missing cells at its end are empty. */
    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Printable::of).toList());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints the rows behind {@code indent}. */
    void print(PrintWriter out, String indent) {
        int[] widths = IntStream.range(0, sides.size()).map(this::width).toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                String blanks = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? "" : GAP)
                        .append(sides.get(i) == Side.RIGHT ? blanks + row.get(i) : row.get(i) + blanks);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .mapToInt(row -> row.get(column).length())
                .max()
                .orElse(0);
    }
}
