package io.rewards.organisation;

/**
 * A family of product types. Immutable.
 *
 * @param code unique among families
 * @param name for people
 */
public record ProductFamily(String code, String name) {}
