package io.rewards.cli;

/** Text from files, made fit for a terminal. */
final class Printable {

    private static final char INSTEAD = '?';

    private Printable() {}

    /** The text with question marks in the place of control characters, which could tell a terminal what to do. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text);
        for (int i = 0; i < printable.length(); i++) {
            if (Character.isISOControl(printable.charAt(i))) {
                printable.setCharAt(i, INSTEAD);
            }
        }
        return printable.toString();
    }
}
