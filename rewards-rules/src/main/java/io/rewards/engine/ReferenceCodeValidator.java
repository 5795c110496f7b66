package io.rewards.engine;

/**
 * Asks the third party whether a reference code is right, such as a student number. The host implements it; it is asked
 * by the thread that evaluates the sign-up, maybe more than once. Implementations are thread-safe. Source: domain 4.1.
 */
@FunctionalInterface
public interface ReferenceCodeValidator {

    /** Accepts no code. */
    ReferenceCodeValidator NONE = (scheme, code) -> false;

    /** True when {@code code} may sign up to {@code scheme}. */
    boolean accepts(String scheme, String code);
}
