package io.rewards.catalogue;

/**
 * What an achievement or a financial statement is about, such as {@code QUIZ}. Immutable. Source: domain 2.1.
 *
 * @param code unique among event classifications
 * @param name for people
 */
public record EventClassification(String code, String name) {}
