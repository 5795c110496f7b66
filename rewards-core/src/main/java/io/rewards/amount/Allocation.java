package io.rewards.amount;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
        BigInteger total = BigInteger.ZERO;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("The weight (" + weight + ") of a part must not be negative.");
            }
            total = total.add(BigInteger.valueOf(weight));
        }
        if (total.signum() == 0 || whole.isNegative()) {
            throw new IllegalArgumentException("The amount (" + whole + ") with weights " + weights
                    + " cannot be divided: the amount must not be negative and a weight must be above 0.");
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
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i])
                        .reversed()
                        .thenComparing(i -> i))
                .limit(left)
                .forEach(i -> parts[i]++);
        List<Amount> split = new ArrayList<>(parts.length);
        for (long part : parts) {
            split.add(new Amount(whole.denomination(), part));
        }
        return List.copyOf(split);
    }
}
