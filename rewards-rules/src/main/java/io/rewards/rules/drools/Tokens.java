package io.rewards.rules.drools;

import io.rewards.rules.drools.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a rule file into pieces and drops its comments. Knows nothing of rules; a character that no rule may hold becomes
 * a piece like any other, which no rule then has a place for. For one file.
 */
final class Tokens {

    private static final Set<String> PAIRS =
            Set.of("==", "!=", "<=", ">=", "&&", "||", "->", "=>", "+=", "-=", "!.", "?/", "++", "--", "::", ":=");
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;
    private int lineOfLastToken;

    private Tokens(String source) {
        this.source = source;
    }

    /** The pieces, the last of them {@link Kind#END}. Throws {@link Refusal} where the text is broken. */
    static List<Token> of(String source) {
        Tokens tokens = new Tokens(source);
        tokens.cut();
        return List.copyOf(tokens.tokens);
    }

    private void cut() {
        refuseHiddenCharacters();
        while (position < source.length()) {
            char first = source.charAt(position);
            if (first == '\n') {
                line++;
                position++;
            } else if (first == ' ' || first == '\t') {
                position++;
            } else if (source.startsWith("//", position)) {
                position = indexOrEnd(source.indexOf('\n', position));
            } else if (source.startsWith("/*", position)) {
                comment();
            } else if (first == '"') {
                text();
            } else if (isDigit(first)) {
                add(Kind.NUMBER, endOfNumber());
            } else if (isLetter(first)) {
                add(Kind.WORD, endOfWord(position));
            } else {
                int two = Math.min(position + 2, source.length());
                add(
                        Kind.SIGN,
                        PAIRS.contains(source.substring(position, two)) ? two : source.offsetByCodePoints(position, 1));
            }
        }
        add(Kind.END, position);
    }

    private void comment() {
        int end = source.indexOf("*/", position + 2);
        if (end < 0) {
            throw new Refusal(line, "The comment that starts here must end with */.");
        }
        line += (int) source.substring(position, end)
                .chars()
                .filter(character -> character == '\n')
                .count();
        position = end + 2;
    }

    private void text() {
        int end = position + 1;
        while (end < source.length() && source.charAt(end) != '"' && source.charAt(end) != '\n') {
            if (source.charAt(end) == '\\') {
                throw new Refusal(line, "A text must not hold a backslash (\\). Write the character itself.");
            }
            end++;
        }
        if (end == source.length() || source.charAt(end) == '\n') {
            throw new Refusal(line, "The text that starts here must end with a double quote on the same line.");
        }
        tokens.add(new Token(Kind.TEXT, source.substring(position + 1, end), line, position, end + 1, opensLine()));
        position = end + 1;
    }

    /** Takes in letters and a decimal part, so that a message can show all of 12.50B. */
    private int endOfNumber() {
        int end = endOfWord(position);
        while (end + 1 < source.length() && source.charAt(end) == '.' && isDigit(source.charAt(end + 1))) {
            end = endOfWord(end + 1);
        }
        return end;
    }

    private int endOfWord(int start) {
        int end = start;
        while (end < source.length() && (isLetter(source.charAt(end)) || isDigit(source.charAt(end)))) {
            end++;
        }
        return end;
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, source.substring(position, end), line, position, end, opensLine()));
        position = end;
    }

    private boolean opensLine() {
        boolean opens = line != lineOfLastToken;
        lineOfLastToken = line;
        return opens;
    }

    /** Characters that make a file look other than it is, in comments and texts too. */
    private void refuseHiddenCharacters() {
        int at = 1;
        for (int index = 0; index < source.length(); index += Character.charCount(source.codePointAt(index))) {
            int character = source.codePointAt(index);
            if (character == '\n') {
                at++;
            } else if (isHidden(character)) {
                throw new Refusal(
                        at,
                        "The line holds the invisible character (U+" + hexadecimal(character)
                                + "), which can make a rule look other than it is. Delete it.");
            }
        }
    }

    private static boolean isHidden(int character) {
        if (character == '\t' || character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER) {
            return false;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String hexadecimal(int character) {
        return String.format(Locale.ROOT, "%04X", character);
    }

    private int indexOrEnd(int index) {
        return index < 0 ? source.length() : index;
    }

    private static boolean isLetter(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character == '$';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
