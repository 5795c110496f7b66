package io.rewards.examples.shop;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Chance that is the same for the same seed on every Java: only the bits of {@link SplittableRandom} are used, which
 * its algorithm fixes. For one thread.
 */
final class Dice {

    private static final int HUNDRED = 100;

    private final SplittableRandom random;

    Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from 0 to below {@code bound}. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(random.nextLong(), bound);
    }

    /** A number from {@code low} to {@code high}, both possible. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** True in {@code percent} of all cases. */
    boolean chance(int percent) {
        return below(HUNDRED) < percent;
    }

    /** One of {@code list}. */
    <T> T oneOf(List<T> list) {
        return list.get(below(list.size()));
    }

    /** A place in {@code weights}, each as often as its weight says. */
    int weighted(List<Integer> weights) {
        int left = below(weights.stream().mapToInt(Integer::intValue).sum());
        int place = 0;
        while (left >= weights.get(place)) {
            left -= weights.get(place);
            place++;
        }
        return place;
    }
}
