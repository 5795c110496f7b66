package io.rewards.rules.drools;

/**
 * A value in a rule: a word of the candidate, a look-up, a constant or a literal. Immutable.
 *
 * @param text as Drools is to read it
 * @param type of the value
 */
record Expression(String text, ValueType type) {}
