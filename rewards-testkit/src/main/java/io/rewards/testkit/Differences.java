package io.rewards.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What is different between two lists of answers, so that a failing test shows that and nothing else. */
final class Differences {

    private Differences() {}

    /** One line for each question that is answered differently. */
    static List<String> between(Map<String, Object> expected, Map<String, Object> actual) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> questions = new TreeSet<>(expected.keySet());
        questions.addAll(actual.keySet());
        for (String question : questions) {
            Optional<Object> wanted = Optional.ofNullable(expected.get(question));
            Optional<Object> is = Optional.ofNullable(actual.get(question));
            if (!wanted.equals(is)) {
                differences.add(
                        question + ": expected " + wanted.orElse("nothing") + " but was " + is.orElse("nothing"));
            }
        }
        return differences;
    }
}
