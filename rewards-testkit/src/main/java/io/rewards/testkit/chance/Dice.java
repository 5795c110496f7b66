package io.rewards.testkit.chance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Draws that a seed repeats exactly, on any machine. For one thread. */
public final class Dice {

    /** Takes seeds that follow each other far apart: their first draws would be alike. */
    private static final long APART = 0x9E3779B97F4A7C15L;

    private final Random random;

    /** Draws of a seed. */
    public Dice(long seed) {
        this(new Random(seed * APART + 1));
    }

    private Dice(Random random) {
        this.random = random;
    }

    /** Dice of their own for one of many who share a seed. */
    public static Dice of(long seed, long number) {
        return new Dice(new Random((seed * 1_000_003L + number) * APART + 7));
    }

    /** A number from 0 to below {@code bound}. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number from {@code least} to {@code most}, both inside. */
    public int between(int least, int most) {
        return least + below(most - least + 1);
    }

    /** The same for long numbers, which are other draws: an L at a bound changes what a seed gives. */
    public long between(long least, long most) {
        return least + Math.floorMod(random.nextLong(), most - least + 1);
    }

    /** True once in {@code times} draws. */
    public boolean once(int times) {
        return below(times) == 0;
    }

    /** True {@code percent} times in a hundred. */
    public boolean chance(int percent) {
        return below(100) < percent;
    }

    /** True {@code times} in ten thousand. */
    public boolean rarely(int times) {
        return below(10_000) < times;
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
        return drawn(list, between(1, most));
    }

    /** The same with the draws of a long number. */
    public <T> Set<T> some(List<T> list, long most) {
        return drawn(list, between(1, most));
    }

    /** None of {@code list}, or one to {@code most}. */
    public <T> Set<T> perhapsSome(List<T> list, int most) {
        return once(2) ? Set.of() : some(list, most);
    }

    private <T> Set<T> drawn(List<T> list, long times) {
        Set<T> drawn = new TreeSet<>();
        for (long i = times; i > 0; i--) {
            drawn.add(oneOf(list));
        }
        return drawn;
    }

    /** From {@code least} to {@code most} things, each drawn anew. */
    public <T> List<T> list(int least, int most, Supplier<T> draw) {
        List<T> things = new ArrayList<>();
        for (int i = between(least, most); i > 0; i--) {
            things.add(draw.get());
        }
        return things;
    }

    /** {@code list} in another order. */
    public <T> List<T> shuffled(List<T> list) {
        List<T> shuffled = new ArrayList<>(list);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
