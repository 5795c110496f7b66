package io.rewards.rules.drools;

import java.util.Map;
import java.util.Set;

/** Reads one condition of a pattern. For one rule. */
final class ConditionReader {

    private static final Set<String> EQUALITY = Set.of("==", "!=");
    private static final Set<String> ORDER = Set.of("<", "<=", ">", ">=");
    private static final String NO_SUMS = "Rules do not calculate: what must be worked out is a word of the candidate.";
    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("&&", "Separate conditions with commas."),
            Map.entry("and", "Separate conditions with commas."),
            Map.entry("||", "Write two rules instead."),
            Map.entry("or", "Write two rules instead."),
            Map.entry("=", "Equal is written ==."),
            Map.entry("+", NO_SUMS),
            Map.entry("-", NO_SUMS),
            Map.entry("*", NO_SUMS),
            Map.entry("/", NO_SUMS),
            Map.entry("%", NO_SUMS),
            Map.entry(":", "Only the candidate itself is bound to a name."),
            Map.entry("memberOf", "Write it the other way round: set contains value."),
            Map.entry("in", "Write one rule for each value, or use a set of the offer with contains."),
            Map.entry("then", "The parenthesis of the condition must be closed before it."),
            Map.entry(";", "Only the call after then ends with a semicolon."));
    private static final String KNOWN = "Known are ==, !=, <, <=, >, >=, contains and not contains.";

    private final Cursor cursor;
    private final TermReader terms;

    ConditionReader(Cursor cursor, TermReader terms) {
        this.cursor = cursor;
        this.terms = terms;
    }

    /** One condition, as Drools is to read it. */
    String read() {
        String condition = comparison();
        if (!isEnd()) {
            Token found = cursor.peek();
            throw new Refusal(
                    found,
                    "Found (" + found.shown() + ") after the condition (" + condition + "). "
                            + ADVICE.getOrDefault(found.text(), "Separate conditions with commas."));
        }
        return condition;
    }

    private String comparison() {
        int line = cursor.peek().line();
        if (cursor.takeSign("!")) {
            Term flag = terms.bare();
            requireFlag(flag, line);
            return "!" + flag.text();
        }
        Term left = terms.bare();
        if (isEnd()) {
            requireFlag(left, line);
            return left.text();
        }
        String operator = operator();
        Term right = terms.value();
        if (operator.endsWith("contains")) {
            requireMember(left, right, line);
        } else {
            requireComparable(left, operator, right, line);
        }
        return left.text() + " " + operator + " " + right.text();
    }

    private String operator() {
        Token token = cursor.next();
        if (token.isWord("not")) {
            cursor.expectWord("contains", KNOWN);
            return "not contains";
        }
        if (token.isWord("contains")
                || (token.kind() == Token.Kind.SIGN
                        && (EQUALITY.contains(token.text()) || ORDER.contains(token.text())))) {
            return token.text();
        }
        throw new Refusal(
                token,
                "Found (" + token.shown() + ") where an operator must come. "
                        + ADVICE.getOrDefault(token.text(), KNOWN));
    }

    private static void requireFlag(Term term, int line) {
        if (!term.kind().equals(Kind.FLAG)) {
            throw new Refusal(
                    line,
                    "The word (" + term.text() + ") is " + term.kind().words()
                            + " and not yes or no, so it must be compared with something.");
        }
    }

    private static void requireMember(Term left, Term right, int line) {
        if (!left.kind().isSet()) {
            throw new Refusal(
                    line, "The word (" + left.text() + ") is " + left.kind().words() + "; only a set can contain.");
        }
        if (!left.kind().member().equals(right.kind())) {
            throw new Refusal(
                    line,
                    "The word (" + left.text() + ") is " + left.kind().words() + ", so it cannot contain ("
                            + right.text() + "), which is " + right.kind().words() + ".");
        }
    }

    private static void requireComparable(Term left, String operator, Term right, int line) {
        if (left.kind().isSet() || left.kind().isList()) {
            throw new Refusal(
                    line,
                    "The word (" + left.text() + ") is " + left.kind().words() + ", so it cannot be compared."
                            + (left.kind().isSet() ? " Use contains." : ""));
        }
        if (!left.kind().equals(right.kind())) {
            throw new Refusal(
                    line,
                    "The word (" + left.text() + ") is " + left.kind().words() + " and (" + right.text() + ") is "
                            + right.kind().words() + "; only values of one kind can be compared."
                            + advice(left.kind(), right.kind()));
        }
        if (ORDER.contains(operator) && !left.kind().isOrdered()) {
            throw new Refusal(
                    line,
                    "The word (" + left.text() + ") is " + left.kind().words()
                            + ", which has no order; compare it with == or !=.");
        }
    }

    private static String advice(Kind left, Kind right) {
        boolean literal = right.equals(Kind.NUMBER) || right.equals(Kind.TEXT);
        if (literal && left.isConstant()) {
            return " Write a constant, such as " + left.example() + ".";
        }
        return literal && left.isOrdered() && !left.equals(Kind.NUMBER)
                ? " Amounts and dates are never written in a rule: they belong in the offer."
                : "";
    }

    private boolean isEnd() {
        return cursor.peek().isSign(",") || cursor.peek().isSign(")");
    }
}
