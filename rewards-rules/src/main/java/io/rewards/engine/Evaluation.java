package io.rewards.engine;

import io.rewards.decision.Outcome;
import java.util.OptionalLong;

/**
 * What an {@link EngineObserver} is told of an evaluation. Immutable.
 *
 * @param kind of the event, as files call it, such as {@code purchase}
 * @param status of the outcome
 * @param recorded false where nothing was written: a refused event, one that was recorded before, a visit that finds nothing
 * @param granted how many offers awarded; 0 where nothing was recorded
 * @param declined how many did not; 0 where nothing was recorded
 * @param nanos how long it took with waiting and writing, where the host has given a time
 */
public record Evaluation(
        String kind, Outcome.Status status, boolean recorded, long granted, long declined, OptionalLong nanos) {}
