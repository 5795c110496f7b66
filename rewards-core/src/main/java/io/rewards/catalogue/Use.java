package io.rewards.catalogue;

/**
 * That something in a programme refers to something else in it. Immutable.
 *
 * @param field that refers, such as {@code conditions.units}
 * @param part that holds what is referred to
 * @param code of what is referred to
 */
public record Use(String field, Part<?> part, String code) {}
