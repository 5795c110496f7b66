package io.rewards.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects problems in the order they are found, so that all are told at once. Not thread-safe. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Notes a problem at {@code path}. */
    public void add(String path, String message) {
        found.add(new Problem(path, message));
    }

    /** Notes a problem at {@code path} unless {@code holds}. */
    public void unless(boolean holds, String path, String message) {
        if (!holds) {
            add(path, message);
        }
    }

    /** Notes {@code problem} unless {@code holds}; for checks that run so often that their words cost too much. */
    public void unless(boolean holds, Supplier<Problem> problem) {
        if (!holds) {
            found.add(problem.get());
        }
    }

    /** What was found so far. */
    public List<Problem> found() {
        return List.copyOf(found);
    }
}
