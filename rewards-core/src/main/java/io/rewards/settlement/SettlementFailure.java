package io.rewards.settlement;

/**
 * A merchant who could not be settled, or a settlement that the host could not book. Immutable.
 *
 * @param name code of the merchant, or name of the settlement
 * @param message what went wrong
 */
public record SettlementFailure(String name, String message) {}
