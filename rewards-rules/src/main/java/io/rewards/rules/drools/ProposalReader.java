package io.rewards.rules.drools;

import io.rewards.amount.Amount;
import io.rewards.decision.Candidate;
import io.rewards.decision.DeclineReason;
import io.rewards.rules.Proposals;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the one call that a rule makes. For one rule. */
final class ProposalReader {

    private static final String GRANT = "grant";
    private static final List<String> CALLS = List.of(GRANT, "decline");
    private static final String ONE_CALL =
            "A rule does one thing: propose.grant( ... ); or propose.decline( ... ); and then ends.";
    /** What the engine says after the rules have answered. */
    static final Set<DeclineReason> OF_THE_ENGINE = Collections.unmodifiableSet(EnumSet.of(
            DeclineReason.CONDITION_NOT_MET,
            DeclineReason.NO_RULE_GRANTS,
            DeclineReason.AWARD_ROUNDS_TO_ZERO,
            DeclineReason.NOTHING_LEFT_TO_PAY,
            DeclineReason.PARTICIPANT_CAP_REACHED,
            DeclineReason.BUDGET_USED_UP,
            DeclineReason.MERCHANT_BUDGET_USED_UP,
            DeclineReason.BEATEN_BY_BETTER_AWARD));

    private static final int ACTUAL = 2;
    private static final int REQUIRED = 3;

    private final Cursor cursor;
    private final ExpressionReader expressions;
    private final String variable;
    private final Class<? extends Candidate> type;
    private final FileProblems problems;

    ProposalReader(
            Cursor cursor,
            ExpressionReader expressions,
            String variable,
            Class<? extends Candidate> type,
            FileProblems problems) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.variable = variable;
        this.type = type;
        this.problems = problems;
    }

    /**
     * The call of a rule.
     *
     * @param text as Drools is to read it
     * @param grants true when it grants
     */
    record Proposal(String text, boolean grants) {}

    /** The call, and the word that ends the rule. */
    Proposal read() {
        int line = cursor.peek().line();
        cursor.expectWord("propose", ONE_CALL);
        cursor.expectSign(".", ONE_CALL);
        Token call = cursor.expect(Token.Kind.WORD, GRANT, ONE_CALL);
        if (!CALLS.contains(call.text())) {
            throw new Refusal(
                    call,
                    "There is no propose." + call.text() + "." + Suggestion.of(call.text(), CALLS) + " " + ONE_CALL);
        }
        cursor.expectSign("(", ONE_CALL);
        List<Argument> arguments = arguments();
        cursor.expectSign(";", ONE_CALL);
        if (!cursor.peek().isWord("end")) {
            throw new Refusal(cursor.peek(), "Found (" + cursor.peek().shown() + ") after the call. " + ONE_CALL);
        }
        if (arguments.stream().noneMatch(Argument::isBroken)) {
            check(call, arguments, line);
        }
        return new Proposal(
                "propose." + call.text()
                        + arguments.stream().map(Argument::text).collect(Collectors.joining(", ", "( ", " );")),
                call.text().equals(GRANT));
    }

    private List<Argument> arguments() {
        List<Argument> arguments = new ArrayList<>();
        if (cursor.takeSign(")")) {
            return arguments;
        }
        do {
            int start = cursor.mark();
            try {
                arguments.add(argument());
                if (!cursor.peek().isSign(",") && !cursor.peek().isSign(")")) {
                    throw new Refusal(
                            cursor.peek(),
                            "Found (" + cursor.peek().shown() + ") after ("
                                    + arguments.get(arguments.size() - 1).text()
                                    + "). A proposal hands on words of the candidate as they are and calculates nothing.");
                }
            } catch (Refusal refusal) {
                problems.add(refusal);
                arguments.add(Argument.BROKEN);
                if (!cursor.skipMember(start)) {
                    throw Refusal.noted();
                }
            }
        } while (cursor.takeSign(","));
        cursor.expectSign(")", ONE_CALL);
        return arguments;
    }

    private Argument argument() {
        Token first = cursor.peek();
        if (first.isWord(variable)) {
            cursor.next();
            if (cursor.takeSign(".")) {
                return Argument.of(expressions.called());
            }
            return new Argument("$c", type);
        }
        if (expressions.isConstant()) {
            return Argument.of(expressions.constant());
        }
        throw new Refusal(
                first,
                "Found (" + first.shown() + ") in a proposal. It hands on the candidate " + variable
                        + ", its words such as " + variable + ".base(), and constants such as"
                        + " DeclineReason.HOUSE_RULE, nothing else.");
    }

    private static void check(Token call, List<Argument> arguments, int line) {
        List<Method> overloads = Arrays.stream(Proposals.class.getMethods())
                .filter(method -> method.getName().equals(call.text()))
                .toList();
        if (overloads.stream().noneMatch(method -> accepts(method, arguments))) {
            String known = overloads.stream()
                    .map(method -> Stream.of(method.getParameterTypes())
                            .map(ProposalReader::words)
                            .collect(Collectors.joining(", ", call.text() + "( ", " )")))
                    .sorted()
                    .collect(Collectors.joining("; "));
            String found =
                    arguments.stream().map(argument -> words(argument.type())).collect(Collectors.joining(", "));
            throw new Refusal(
                    line, "There is no " + call.text() + "( " + found + " ). Write one of these: " + known + ".");
        }
        if (!call.text().equals(GRANT)) {
            checkReason(arguments, line);
        }
    }

    /** A sentence with places to fill needs the values that fill them. */
    private static void checkReason(List<Argument> arguments, int line) {
        String constant = arguments.get(1).text();
        DeclineReason reason = DeclineReason.valueOf(constant.substring(constant.indexOf('.') + 1));
        if (OF_THE_ENGINE.contains(reason)) {
            throw new Refusal(
                    line,
                    "The reason (" + reason + ") is the engine's own. Say the reason in the name of the rule and use"
                            + " DeclineReason.HOUSE_RULE.");
        }
        boolean valued = arguments.size() > REQUIRED;
        if (reason.sentence().contains("{") && !valued) {
            throw new Refusal(
                    line,
                    "The sentence of " + constant + " is (" + reason.sentence()
                            + "), so the call must give what was found and what was required.");
        }
        if (!valued) {
            return;
        }
        Argument actual = arguments.get(ACTUAL);
        Argument required = arguments.get(REQUIRED);
        boolean alike = actual.type() == required.type();
        if (!alike && actual.isMeasured() && required.isMeasured()) {
            throw new Refusal(
                    line,
                    "What was found (" + actual.text() + ") is " + words(actual.type()) + " and what was required ("
                            + required.text() + ") is " + words(required.type()) + "; they must be of one kind.");
        }
        if (reason.sentence().contains("{distance}") && !(alike && actual.isMeasured())) {
            throw new Refusal(
                    line,
                    "The sentence of " + constant + " is (" + reason.sentence()
                            + "), so what was found and what was required must be two amounts, whole numbers,"
                            + " moments or days.");
        }
    }

    private static boolean accepts(Method method, List<Argument> arguments) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length != arguments.size()) {
            return false;
        }
        for (int index = 0; index < parameters.length; index++) {
            Class<?> found = arguments.get(index).type();
            boolean fits = parameters[index] == Object.class
                    ? !Candidate.class.isAssignableFrom(found)
                    : parameters[index].isAssignableFrom(found);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static String words(Class<?> type) {
        if (Candidate.class.isAssignableFrom(type)) {
            return "the candidate";
        }
        if (type == Amount.class || type == long.class || type.isEnum()) {
            return new ValueType(type, type).words();
        }
        return type == Object.class
                ? "a word of the candidate"
                : ValueType.of(type).map(ValueType::words).orElse("a set");
    }

    /**
     * What a call hands on.
     *
     * @param text as Drools is to read it
     * @param type of the value
     */
    private record Argument(String text, Class<?> type) {

        static final Argument BROKEN = new Argument("", Void.class);

        static Argument of(Expression expression) {
            return new Argument(expression.text(), expression.type().type());
        }

        boolean isBroken() {
            return type == Void.class;
        }

        boolean isMeasured() {
            return new ValueType(type, type).isMeasured();
        }
    }
}
