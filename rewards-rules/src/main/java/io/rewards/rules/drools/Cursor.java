package io.rewards.rules.drools;

import java.util.List;
import java.util.Set;

/** Walks over the pieces of a rule file. Not thread-safe. */
final class Cursor {

    private static final Set<String> OPENERS = Set.of("rule", "import", "global", "package");

    private final String source;
    private final List<Token> tokens;
    private int index;

    Cursor(String source) {
        this.source = source;
        this.tokens = Tokens.of(source);
    }

    /** The piece that comes next. */
    Token peek() {
        return tokens.get(index);
    }

    /** The piece after the one that comes next. */
    Token peekSecond() {
        return tokens.get(Math.min(index + 1, tokens.size() - 1));
    }

    /** Steps over the next piece; stays before the end of the file. */
    Token next() {
        Token token = peek();
        if (token.kind() != Token.Kind.END) {
            index++;
        }
        return token;
    }

    boolean takeWord(String word) {
        return take(peek().isWord(word));
    }

    boolean takeSign(String sign) {
        return take(peek().isSign(sign));
    }

    void expectWord(String word, String advice) {
        if (!takeWord(word)) {
            throw unexpected(word, advice);
        }
    }

    void expectSign(String sign, String advice) {
        if (!takeSign(sign)) {
            throw unexpected(sign, advice);
        }
    }

    Token expect(Token.Kind kind, String what, String advice) {
        if (peek().kind() != kind) {
            throw unexpected(what, advice);
        }
        return next();
    }

    Refusal unexpected(String wanted, String advice) {
        Token found = peek();
        return new Refusal(
                found.line(),
                "Found (" + found.shown() + ") where (" + wanted + ") must come."
                        + Suggestion.of(found.text(), Set.of(wanted)) + " " + advice);
    }

    /** The file between two pieces, both included. */
    String sourceBetween(Token first, Token last) {
        return source.substring(first.start(), last.end());
    }

    /** Where the cursor is. */
    int mark() {
        return index;
    }

    /** Steps to the end of the member of a list that starts at {@code mark}; false when the list never ends. */
    boolean skipMember(int mark) {
        index = mark;
        int depth = 0;
        while (!startsSection() && !peek().isSign(";")) {
            if (depth == 0 && (peek().isSign(",") || peek().isSign(")"))) {
                return true;
            }
            if (peek().isSign("(")) {
                depth++;
            } else if (peek().isSign(")")) {
                depth--;
            }
            next();
        }
        return false;
    }

    /** Steps to the next line that opens something at the top of a file. */
    void skipToNextOpener() {
        while (!opensTop()) {
            next();
        }
    }

    private boolean startsSection() {
        return opensTop() || peek().isWord("when") || peek().isWord("then") || peek().isWord("end");
    }

    private boolean opensTop() {
        Token token = peek();
        return token.kind() == Token.Kind.END
                || (token.kind() == Token.Kind.WORD && token.opensLine() && OPENERS.contains(token.text()));
    }

    private boolean take(boolean found) {
        if (found) {
            next();
        }
        return found;
    }
}
