package io.rewards.catalogue;

/**
 * A group of offers for reports. Immutable. Source: domain 1.
 *
 * @param code unique among categories
 * @param name for people
 * @param parent code of the category it lies in, or empty
 */
public record Category(String code, String name, String parent) {}
