package io.rewards.engine;

import io.rewards.store.RewardsStore;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Where an engine works. Thread-safe.
 *
 * @param store where everything is kept
 * @param turns of the threads that write
 * @param current the corridor of what is in force now
 * @param clock by which what is kept is shared with other workers
 * @param observation of what is done here
 */
record Workplace(
        RewardsStore store, Turns turns, Supplier<Corridor> current, InstantSource clock, Observation observation) {

    /** The same place, where {@code other} decides. */
    Workplace deciding(Supplier<Corridor> other) {
        return new Workplace(store, turns, other, clock, observation);
    }
}
