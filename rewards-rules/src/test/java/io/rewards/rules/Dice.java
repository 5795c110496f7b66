package io.rewards.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Draws, always the same for the same seed. Not thread-safe. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /** True once in {@code times} draws. */
    boolean once(int times) {
        return random.nextInt(times) == 0;
    }

    /** A number from {@code least} to {@code most}, both inside. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** One of these. */
    @SafeVarargs
    final <T> T oneOf(T... things) {
        return things[random.nextInt(things.length)];
    }

    /** One of these. */
    <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** Some of these, at least one. */
    Set<String> someOf(List<String> things) {
        Set<String> some = new TreeSet<>(Set.of(oneOf(things)));
        things.stream().filter(thing -> once(4)).forEach(some::add);
        return some;
    }

    /** None of these, or some. */
    Set<String> perhapsSomeOf(List<String> things) {
        return once(2) ? Set.of() : someOf(things);
    }

    /** From {@code least} to {@code most} things, each drawn anew. */
    <T> List<T> list(int least, int most, java.util.function.Supplier<T> draw) {
        List<T> things = new ArrayList<>();
        int size = between(least, most);
        for (int index = 0; index < size; index++) {
            things.add(draw.get());
        }
        return things;
    }
}
