package io.rewards.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Draws that a seed repeats exactly, on any machine. For one thread. */
public final class Dice {

    private final Random random;

    /** Draws of a seed. */
    public Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    /** A number from 0 to below {@code bound}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from {@code least} to {@code most}, both inside. */
    public long between(long least, long most) {
        return least + Math.floorMod(random.nextLong(), most - least + 1);
    }

    /** True {@code percent} times in a hundred. */
    public boolean chance(int percent) {
        return below(100) < percent;
    }

    /** One of {@code list}. */
    public <T> T oneOf(List<T> list) {
        return list.get(below(list.size()));
    }

    /** One of {@code choices}. */
    @SafeVarargs
    public final <T> T oneOf(T... choices) {
        return choices[below(choices.length)];
    }

    /** One to {@code most} of {@code list}. */
    public <T> Set<T> some(List<T> list, int most) {
        Set<T> some = new TreeSet<>();
        for (long i = between(1, most); i > 0; i--) {
            some.add(oneOf(list));
        }
        return some;
    }

    /** {@code list} in another order. */
    public <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
