package io.rewards.rules.drools;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Guesses what was meant by a word that is not known. */
final class Suggestion {

    private Suggestion() {}

    /** A sentence that names the nearest of the known words, with a space before it; empty where none is near. */
    static String of(String word, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(word, other) <= word.length() / 3)
                .min(Comparator.comparingInt((String other) -> distance(word, other))
                        .thenComparing(Comparator.naturalOrder()))
                .map(other -> " Maybe you meant " + other + ".")
                .orElse("");
    }

    /** As {@link #of}, and where none is near a sentence that names them all. */
    static String orAll(String word, Collection<String> known) {
        String suggestion = of(word, known);
        return suggestion.isEmpty() ? " Known are " + String.join(", ", known) + "." : suggestion;
    }

    /** How many letters must be put in, taken out or changed; their case does not count. */
    private static int distance(String one, String two) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = two.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int changed = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(changed, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[to.length()];
    }
}
