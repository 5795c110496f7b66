package io.rewards.run;

/**
 * A participant whom a run could not decide. Immutable.
 *
 * @param participant id
 * @param message what went wrong
 */
public record RunFailure(String participant, String message) {}
