package io.rewards.organisation;

/**
 * A type of products. Immutable.
 *
 * @param code unique among types
 * @param name for people
 * @param family code of its family, or empty
 */
public record ProductType(String code, String name, String family) {}
