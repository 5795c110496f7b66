package io.rewards.rules.drools;

/**
 * A piece of a rule file.
 *
 * @param kind of piece
 * @param text as written; of a quoted text, what is between the quotes
 * @param line of the file, from 1
 * @param start of the piece in the file
 * @param end after the piece in the file
 * @param opensLine true when it is the first of its line
 */
record Token(Kind kind, String text, int line, int start, int end, boolean opensLine) {

    /** What a piece can be. */
    enum Kind {
        /** Letters, digits, {@code _} and {@code $}, not starting with a digit. */
        WORD,
        /** A text between double quotes. */
        TEXT,
        /** Digits, with what is written against them. */
        NUMBER,
        /** Anything else. */
        SIGN,
        /** After the last piece. */
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** The piece as a message names it. */
    String shown() {
        return switch (kind) {
            case TEXT -> "\"" + text + "\"";
            case END -> "the end of the file";
            default -> text;
        };
    }
}
