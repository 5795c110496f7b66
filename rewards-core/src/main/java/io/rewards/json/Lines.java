package io.rewards.json;

import io.rewards.problem.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says in which line of a document a problem is. */
final class Lines {

    private final Map<String, Integer> byPath = new HashMap<>();

    private Lines(Node root) {
        collect("", root);
    }

    /** These problems in the order of their lines, each with its line where that is known. */
    static List<Problem> locate(List<Problem> problems, Node root) {
        Lines lines = new Lines(root);
        if (lines.byPath.values().stream().allMatch(line -> line <= 1)) {
            return problems;
        }
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(Comparator.comparing(problem -> lines.of(problem.path())));
        return sorted.stream()
                .map(problem -> {
                    int line = lines.of(problem.path());
                    return line == 0
                            ? problem
                            : new Problem(problem.path(), problem.message() + " (line " + line + ")");
                })
                .toList();
    }

    /** The line of the value at {@code path}, or of the one it is missing in. */
    private int of(String path) {
        String outer = path;
        while (!outer.isEmpty() && !byPath.containsKey(outer)) {
            outer = outer.substring(0, Math.max(0, Math.max(outer.lastIndexOf('.'), outer.lastIndexOf('['))));
        }
        return byPath.getOrDefault(outer, 0);
    }

    private void collect(String path, Node node) {
        byPath.put(path, node.line());
        if (node instanceof Node.Mapping mapping) {
            mapping.fields().forEach((name, value) -> collect(path.isEmpty() ? name : path + "." + name, value));
        } else if (node instanceof Node.Items list) {
            for (int i = 0; i < list.items().size(); i++) {
                Node item = list.items().get(i);
                collect(path + "[" + Node.nameOf(item, i) + "]", item);
            }
        }
    }
}
