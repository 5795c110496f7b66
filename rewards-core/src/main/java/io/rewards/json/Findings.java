package io.rewards.json;

import io.rewards.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/** The problems found while one document is read, and the places whose value is not known because of them. Not thread-safe. */
final class Findings {

    private final List<Problem> problems = new ArrayList<>();
    private final List<String> doubtful = new ArrayList<>();

    /** Notes a problem. */
    void add(String path, String message) {
        problems.add(new Problem(path, message));
        doubtful.add(path);
    }

    /** Notes that the value of {@code path} is not known, because of a problem noted elsewhere. */
    void doubt(String path) {
        doubtful.add(path);
    }

    /** How many were found so far. */
    int size() {
        return problems.size();
    }

    /** What was found, and after it those of {@code checked} that are no mere consequence of it. */
    List<Problem> and(List<Problem> checked) {
        List<Problem> all = new ArrayList<>(problems);
        for (Problem problem : checked) {
            if (doubtful.stream().noneMatch(path -> explains(path, problem.path()))) {
                all.add(problem);
            }
        }
        return all;
    }

    private static boolean explains(String found, String checked) {
        if (found.equals(checked) || isInside(checked, found)) {
            return true;
        }
        // An element as a whole is checked for its code alone, whatever else is wrong inside.
        return checked.endsWith("]") ? found.equals(checked + ".code") : isInside(found, checked);
    }

    private static boolean isInside(String path, String outer) {
        return path.startsWith(outer + ".") || path.startsWith(outer + "[");
    }
}
