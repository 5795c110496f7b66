package io.rewards.catalogue;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What a text looks like, as a regular expression of Java, which has to match the whole text. A text that takes too long to
 * compare does not match: an unlucky pattern must not stop the till. Immutable and thread-safe.
 *
 * @param text of the expression
 */
public record TextPattern(String text) {

    private static final int LONGEST = 200;
    private static final int MOST_STEPS = 100_000;

    /** Refuses what is no regular expression, and one of more than 200 characters. */
    public TextPattern {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("The pattern has " + text.length() + " characters, more than 200.");
        }
        try {
            Pattern unused = Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "The pattern (" + text + ") is no regular expression: " + e.getDescription() + ".", e);
        }
    }

    /** True where the whole of {@code value}, which has at most 200 characters, looks so. */
    public boolean matches(String value) {
        try {
            return value.length() <= LONGEST
                    && Pattern.compile(text).matcher(new Patient(value)).matches();
        } catch (TooManyStepsException | StackOverflowError e) {
            return false;
        }
    }

    private static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A text that counts how often it is looked at. For one thread. */
    private static final class Patient implements CharSequence {

        private final String value;
        private int steps;

        Patient(String value) {
            this.value = value;
        }

        @Override
        public char charAt(int index) {
            if (++steps > MOST_STEPS) {
                throw new TooManyStepsException();
            }
            return value.charAt(index);
        }

        @Override
        public int length() {
            return value.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return value.substring(start, end);
        }

        @Override
        public String toString() {
            return value;
        }
    }
}
