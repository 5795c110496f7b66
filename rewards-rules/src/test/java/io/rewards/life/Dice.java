package io.rewards.life;

import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Draws that a seed repeats exactly, on any machine. For one thread. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
    }

    /** Dice of their own for the case of this number. */
    static Dice of(long seed, long number) {
        return new Dice(seed * 1_000_003L + number);
    }

    /** A number from 0 to below {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from {@code least} to {@code most}, both inside. */
    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** True {@code percent} times in a hundred. */
    boolean chance(int percent) {
        return below(100) < percent;
    }

    /** True {@code times} in ten thousand. */
    boolean rarely(int times) {
        return below(10_000) < times;
    }

    /** One of {@code list}. */
    <T> T oneOf(List<T> list) {
        return list.get(below(list.size()));
    }

    /** One of {@code choices}. */
    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    /** One to {@code most} of {@code list}. */
    <T> Set<T> some(List<T> list, int most) {
        Set<T> some = new TreeSet<>();
        for (int i = between(1, most); i > 0; i--) {
            some.add(oneOf(list));
        }
        return some;
    }

    /** A time of the day, often at its ends. */
    LocalTime time() {
        return switch (below(12)) {
            case 0 -> LocalTime.MIDNIGHT;
            case 1 -> LocalTime.of(23, 59, 59);
            case 2 -> LocalTime.NOON;
            case 3 -> LocalTime.of(3, 30);
            default -> LocalTime.of(below(24), below(60), below(60));
        };
    }
}
