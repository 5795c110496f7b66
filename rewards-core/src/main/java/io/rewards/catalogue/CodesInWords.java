package io.rewards.catalogue;

import java.util.Set;
import java.util.StringJoiner;

/** Puts sets of codes into words, such as {@code units [U1], groups [TOWN]}; a set of none is left out. Mutable, for one thread. */
public final class CodesInWords {

    private final StringJoiner words;

    /** Starts with nothing. */
    public CodesInWords(String between) {
        words = new StringJoiner(between);
    }

    /** Adds what these codes are of, and the codes. */
    public CodesInWords add(String what, Set<?> codes) {
        if (!codes.isEmpty()) {
            words.add(what + " " + codes);
        }
        return this;
    }

    @Override
    public String toString() {
        return words.toString();
    }
}
