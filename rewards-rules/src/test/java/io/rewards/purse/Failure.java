package io.rewards.purse;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Steps after the last of which something was wrong. Immutable.
 *
 * @param seed of the programme and of the steps
 * @param steps that were taken
 * @param problems what was wrong
 */
record Failure(long seed, List<Step> steps, List<String> problems) {

    Failure {
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /** How to see it again, and what led to it. */
    String report(int drawn, Failure shrunk) {
        return "./mvnw -pl rewards-rules -am test -Dtest=PurseFuzzTest,WhatGoodsEarnedTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Drewards.purse.seed=" + seed
                + " -Drewards.purse.sequences=1 -Drewards.purse.operations=" + drawn
                + "\n" + lines(shrunk.problems) + "\nafter these " + shrunk.steps.size() + " of " + steps.size()
                + " operations:\n" + lines(shrunk.steps);
    }

    private static String lines(List<?> all) {
        return all.stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
