package io.rewards.catalogue;

/**
 * A measure that financial statements give a value for. Immutable. Source: domain 1, 2.4 C10.
 *
 * @param code unique among measures
 * @param name unique, for people
 * @param products what it measures; all unless said
 */
public record Kpi(String code, String name, ProductSelection products) {}
