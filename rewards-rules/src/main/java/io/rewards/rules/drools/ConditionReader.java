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
    private final ExpressionReader expressions;

    ConditionReader(Cursor cursor, ExpressionReader expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
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
            Expression flag = expressions.bare();
            requireFlag(flag, line);
            return "!" + flag.text();
        }
        Expression left = expressions.bare();
        if (isEnd()) {
            requireFlag(left, line);
            return left.text();
        }
        String operator = operator();
        Expression right = expressions.value();
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

    private static void requireFlag(Expression expression, int line) {
        if (!expression.type().equals(ValueType.FLAG)) {
            throw new Refusal(
                    line,
                    "The word (" + expression.text() + ") is "
                            + expression.type().words() + " and not yes or no, so it must be compared with something.");
        }
    }

    private static void requireMember(Expression left, Expression right, int line) {
        if (!left.type().isSet()) {
            throw new Refusal(
                    line, "The word (" + left.text() + ") is " + left.type().words() + "; only a set can contain.");
        }
        if (!left.type().member().equals(right.type())) {
            throw new Refusal(
                    line,
                    "The word (" + left.text() + ") is " + left.type().words() + ", so it cannot contain ("
                            + right.text() + "), which is " + right.type().words() + ".");
        }
    }

    private static void requireComparable(Expression left, String operator, Expression right, int line) {
        if (left.type().isSet() || left.type().isList()) {
            throw new Refusal(
                    line,
                    "The word (" + left.text() + ") is " + left.type().words() + ", so it cannot be compared."
                            + (left.type().isSet() ? " Use contains." : ""));
        }
        if (!left.type().equals(right.type())) {
            throw new Refusal(
                    line,
                    "The word (" + left.text() + ") is " + left.type().words() + " and (" + right.text() + ") is "
                            + right.type().words() + "; only values of one kind can be compared."
                            + advice(left.type(), right.type()));
        }
        if (ORDER.contains(operator) && !left.type().isOrdered()) {
            throw new Refusal(
                    line,
                    "The word (" + left.text() + ") is " + left.type().words()
                            + ", which has no order; compare it with == or !=.");
        }
    }

    private static String advice(ValueType left, ValueType right) {
        boolean literal = right.equals(ValueType.NUMBER) || right.equals(ValueType.TEXT);
        if (literal && left.isConstant()) {
            return " Write a constant, such as " + left.example() + ".";
        }
        return literal && left.isOrdered() && !left.equals(ValueType.NUMBER)
                ? " Amounts and dates are never written in a rule: they belong in the offer."
                : "";
    }

    private boolean isEnd() {
        return cursor.peek().isSign(",") || cursor.peek().isSign(")");
    }
}
