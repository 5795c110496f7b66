package io.rewards.effort;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * How much the fuzz tests and simulations do. A build does a little of it, with another seed each day; the profile
 * {@code long} does all of it, from the same seeds every time. Every size and every seed has a system property, which wins.
 */
public final class Effort {

    private Effort() {}

    /** True in the profile {@code long}. */
    public static boolean isFull() {
        return Boolean.getBoolean("rewards.long");
    }

    /** A size: as the property says, or {@code full} in the profile {@code long}, or else {@code little}. */
    public static int of(String property, int little, int full) {
        return Integer.getInteger(property, isFull() ? full : little);
    }

    /** The first seed: as the property says, or 1 in the profile {@code long}, or else the day. Prints how to repeat it. */
    public static long seed(String property) {
        long seed = Long.getLong(
                property, isFull() ? 1 : LocalDate.now(ZoneOffset.UTC).toEpochDay());
        System.out.println("To repeat: -D" + property + "=" + seed + (isFull() ? " -Plong" : ""));
        return seed;
    }
}
