package io.rewards.purse;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.store.RewardsStore;

/** A store that has seen a lot. */
public final class DrawnStore {

    private DrawnStore() {}

    /** Has as many things happen in {@code store} as {@code steps}, drawn by {@code seed}. */
    public static void fill(RewardsStore store, long seed, int steps) {
        assertThat(Sequence.drawn(seed, steps, store)).isEmpty();
    }
}
