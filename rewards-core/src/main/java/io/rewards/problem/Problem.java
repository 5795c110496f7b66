package io.rewards.problem;

/**
 * One thing that is wrong with an input, said so that a person can mend it. Immutable.
 *
 * @param path where, such as {@code offers[SPRING-24].award.amount}; empty for the input as a whole
 * @param message what is wrong, the value found, and what to do
 */
public record Problem(String path, String message) {
    @Override
    public String toString() {
        return path.isEmpty() ? message : path + ": " + message;
    }
}
