package io.rewards.store;

import io.rewards.past.AccountChangedException;
import java.util.function.Supplier;

/** Reads an account and its past, and reads again where the account was written in between. */
public final class ConsistentRead {

    private static final int MOST_TRIES = 1_000;

    private ConsistentRead() {}

    /**
     * What {@code read} reads.
     *
     * @throws AccountChangedException when the account was written each time before all of it was read
     */
    public static <T> T of(Supplier<T> read) {
        for (int tries = 1; ; tries++) {
            try {
                return read.get();
            } catch (AccountChangedException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                Thread.onSpinWait();
            }
        }
    }
}
