package io.rewards.purse;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.effort.Effort;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What goods earned goes with the goods: whatever happens in between, of money and discounts nothing is left that goods
 * had brought once all of them are back. {@code rewards.purse.seed} is the first seed. Source: domain 5.6, 12.1 Q3, Q4.
 */
class WhatGoodsEarnedTest {

    private static final int SEQUENCES = Effort.of("rewards.purse.back", 20, 300);
    private static final int OPERATIONS = 60;
    private static final long SEED = Effort.seed("rewards.purse.seed");

    @Test
    void goesWithTheGoods() {
        Optional<Failure> failure = LongStream.range(SEED, SEED + SEQUENCES)
                .parallel()
                .mapToObj(seed -> Sequence.broughtBack(seed, OPERATIONS))
                .flatMap(Optional::stream)
                .findFirst();

        assertThat(failure)
                .withFailMessage(() -> {
                    Failure found = failure.orElseThrow();
                    return found.report(OPERATIONS, new Shrinker(Sequence.Fault.NONE).shrunk(found));
                })
                .isEmpty();
    }
}
