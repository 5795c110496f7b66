package io.rewards.organisation;

/**
 * A group of units, itself perhaps inside another group. Immutable. Source: domain 1.
 *
 * @param code unique among groups
 * @param name for people
 * @param parent code of the group it lies in, or empty
 */
public record UnitGroup(String code, String name, String parent) {}
