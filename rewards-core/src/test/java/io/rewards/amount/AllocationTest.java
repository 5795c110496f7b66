package io.rewards.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static final Denomination EUR = new Denomination("EUR", 2);

    @Test
    void partsFollowTheWeights() {
        assertThat(split(1000, 1, 1)).containsExactly(500L, 500L);
        assertThat(split(1000, 3, 1)).containsExactly(750L, 250L);
    }

    @Test
    void unitsLeftOverGoToTheLargestRemainders() {
        assertThat(split(100, 1, 1, 1)).containsExactly(34L, 33L, 33L);
        assertThat(split(101, 1, 1, 1)).containsExactly(34L, 34L, 33L);
        assertThat(split(10, 1, 5, 5)).containsExactly(1L, 5L, 4L);
        assertThat(split(5, 10, 85, 5)).containsExactly(1L, 4L, 0L);
    }

    @Test
    void aWeightOfNothingGetsNothing() {
        assertThat(split(7, 0, 3, 0)).containsExactly(0L, 7L, 0L);
    }

    @Test
    void weightsThatDoNotFitWhenMultipliedGiveTheSameParts() {
        long large = 1L << 55;
        assertThat(split(101, large, large, large)).containsExactly(34L, 34L, 33L);
        assertThat(split(5, 10 * large, 85 * large, 5 * large)).containsExactly(1L, 4L, 0L);
        assertThat(split(4, Long.MAX_VALUE, Long.MAX_VALUE)).containsExactly(2L, 2L);
        assertThat(split(0, Long.MAX_VALUE, Long.MAX_VALUE)).containsExactly(0L, 0L);
    }

    @Test
    void whatCannotBeDividedIsRefused() {
        assertThatThrownBy(() -> split(7, 0, 0)).hasMessageContaining("weights [0, 0]");
        assertThatThrownBy(() -> split(7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> split(7, 1, -1)).hasMessageContaining("(-1)");
        assertThatThrownBy(() -> split(-7, 1)).hasMessageContaining("(-0.07 EUR)");
    }

    @Test
    void partsAlwaysSumToTheWholeAndNeverExceedTheirWeightInIt() {
        for (long seed = 1; seed <= 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] weights = LongStream.range(0, random.nextInt(1, 12))
                    .map(i -> random.nextInt(4) == 0 ? 0 : random.nextLong(1, 1L << random.nextInt(1, 40)))
                    .toArray();
            long total = LongStream.of(weights).sum();
            if (total == 0) {
                continue;
            }
            long whole = random.nextLong(total + 1);
            List<Long> parts = split(whole, weights);
            assertThat(parts.stream().mapToLong(Long::longValue).sum())
                    .as("seed=%s", seed)
                    .isEqualTo(whole);
            for (int i = 0; i < weights.length; i++) {
                assertThat(parts.get(i)).as("seed=%s", seed).isBetween(0L, weights[i]);
            }
        }
    }

    private static List<Long> split(long units, long... weights) {
        return Allocation.split(
                        new Amount(EUR, units), LongStream.of(weights).boxed().toList())
                .stream()
                .map(Amount::units)
                .toList();
    }
}
