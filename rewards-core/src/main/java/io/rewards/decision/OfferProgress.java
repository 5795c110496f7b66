package io.rewards.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the participant has come towards the next award of an accumulating offer, after the event. Immutable.
 *
 * @param offer code of the offer
 * @param current counted so far
 * @param target to reach
 * @param until first instant after the period; empty while nothing counts
 */
public record OfferProgress(String offer, Measure current, Measure target, Optional<Instant> until) {}
