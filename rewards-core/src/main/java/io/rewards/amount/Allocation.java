package io.rewards.amount;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Divides an amount in proportion to weights so that the parts sum to the whole: each part is the exact share rounded
 * down, and the units left over go one each to the largest remainders, to the earlier part where remainders tie.
 * Source: domain 12.1 Q2.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * The parts of {@code whole}, in the order of {@code weights}.
     *
     * @throws IllegalArgumentException when the whole or a weight is negative, or all weights are 0
     */
    public static List<Amount> split(Amount whole, List<Long> weights) {
        long total = 0;
        boolean fits = true;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("The weight (" + weight + ") of a part must not be negative.");
            }
            fits = fits && fits(whole.units(), weight) && weight <= Long.MAX_VALUE - total;
            total += weight;
        }
        if ((total == 0 && fits) || whole.isNegative()) {
            throw new IllegalArgumentException("The amount (" + whole + ") with weights " + weights
                    + " cannot be divided: the amount must not be negative and a weight must be above 0.");
        }
        return fits ? narrow(whole, weights, total) : wide(whole, weights);
    }

    /**
     * What of {@code whole} goes to {@code some} of {@code all} units, and the rest to the others, as {@link #split} divides it.
     * None of them is negative, and there are more than 0 in all.
     */
    public static long part(long whole, long some, long all) {
        if (whole == all) {
            return some;
        }
        BigInteger[] share = BigInteger.valueOf(whole)
                .multiply(BigInteger.valueOf(some))
                .divideAndRemainder(BigInteger.valueOf(all));
        boolean larger = share[1].signum() > 0 && share[1].shiftLeft(1).compareTo(BigInteger.valueOf(all)) >= 0;
        return share[0].longValueExact() + (larger ? 1 : 0);
    }

    /** True where the product of the two, which are not negative, is a {@code long}. */
    private static boolean fits(long whole, long weight) {
        return Math.multiplyHigh(whole, weight) == 0 && whole * weight >= 0;
    }

    /** Where every product fits a {@code long}, as with all real money: about 2 kB less for each purchase than wide. */
    private static List<Amount> narrow(Amount whole, List<Long> weights, long total) {
        long[] parts = new long[weights.size()];
        long[] remainders = new long[parts.length];
        long left = whole.units();
        for (int i = 0; i < parts.length; i++) {
            long product = whole.units() * weights.get(i);
            parts[i] = product / total;
            remainders[i] = product % total;
            left -= parts[i];
        }
        return amounts(whole, parts, left, (one, other) -> Long.compare(remainders[other], remainders[one]));
    }

    private static List<Amount> wide(Amount whole, List<Long> weights) {
        BigInteger total = BigInteger.ZERO;
        for (long weight : weights) {
            total = total.add(BigInteger.valueOf(weight));
        }
        long[] parts = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        long left = whole.units();
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] share = BigInteger.valueOf(whole.units())
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(total);
            parts[i] = share[0].longValueExact();
            remainders[i] = share[1];
            left -= parts[i];
        }
        return amounts(whole, parts, left, (one, other) -> remainders[other].compareTo(remainders[one]));
    }

    /** The parts, with the {@code left} units on those that come first; equal ones in their order. */
    private static List<Amount> amounts(Amount whole, long[] parts, long left, Comparator<Integer> largestFirst) {
        if (left > 0) {
            Integer[] order = new Integer[parts.length];
            Arrays.setAll(order, i -> i);
            Arrays.sort(order, largestFirst);
            for (int i = 0; i < left; i++) {
                parts[order[i]]++;
            }
        }
        Amount[] split = new Amount[parts.length];
        for (int i = 0; i < parts.length; i++) {
            split[i] = new Amount(whole.denomination(), parts[i]);
        }
        return List.of(split);
    }
}
