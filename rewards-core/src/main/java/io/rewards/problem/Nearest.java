package io.rewards.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was probably meant by a misspelt one. Thread-safe. */
public final class Nearest {

    private static final int LONGEST = 60;
    private static final int LETTERS_PER_MISTAKE = 3;

    private Nearest() {}

    /** The nearest of {@code names}, if one is near enough to be meant. */
    public static Optional<String> to(String misspelt, Collection<String> names) {
        if (misspelt.length() > LONGEST) {
            return Optional.empty();
        }
        String best = "";
        int least = Integer.MAX_VALUE;
        for (String name : names) {
            int distance = distance(misspelt.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            int allowed = Math.max(1, Math.max(misspelt.length(), name.length()) / LETTERS_PER_MISTAKE);
            if (distance <= allowed && distance < least) {
                best = name;
                least = distance;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** The end of a message that names the nearest, or nothing. */
    public static String hint(String misspelt, Collection<String> names) {
        return to(misspelt, names).map(name -> " Maybe you meant " + name + ".").orElse("");
    }

    /** Letters to insert, delete, replace or swap with their neighbour. */
    private static int distance(String left, String right) {
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int replace = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                steps[i][j] = Math.min(steps[i - 1][j - 1] + replace, 1 + Math.min(steps[i - 1][j], steps[i][j - 1]));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    steps[i][j] = Math.min(steps[i][j], steps[i - 2][j - 2] + 1);
                }
            }
        }
        return steps[left.length()][right.length()];
    }
}
