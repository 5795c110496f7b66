package io.rewards.store;

import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;

/**
 * An event and what came of it the first time. Immutable.
 *
 * @param event as first sent
 * @param outcome that every repetition gets
 */
public record Recorded(CustomerEvent event, Outcome outcome) {}
