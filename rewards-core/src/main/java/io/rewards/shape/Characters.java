package io.rewards.shape;

/** What can be kept of a text, whichever way it is written down. Thread-safe. */
public final class Characters {

    private Characters() {}

    /** True for a text without half of a character that takes two units: such a half cannot be written in UTF-8. */
    public static boolean areWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
