package io.rewards.participant;

import java.time.Instant;

/**
 * The tier in which the engine says that a participant is, or somebody by hand. Immutable. Source: domain 8.4.
 *
 * @param code of the tier; empty for no tier
 * @param since when
 */
public record HeldTier(String code, Instant since) {}
