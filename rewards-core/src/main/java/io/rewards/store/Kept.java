package io.rewards.store;

/**
 * Something that a store keeps until it is done with, in its place among the others. Immutable.
 *
 * @param number its place; what came later has a higher one
 * @param what is kept
 */
public record Kept<T>(long number, T what) {}
