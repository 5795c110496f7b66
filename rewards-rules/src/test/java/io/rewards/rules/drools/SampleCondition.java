package io.rewards.rules.drools;

import io.rewards.decision.Candidate;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A condition that rules may have, which can also be judged without Drools.
 *
 * @param id of the rule that has it
 * @param type of candidate
 * @param left word
 * @param operator between the two; empty for a bare word, {@code !} for a bare word that must not hold
 * @param right word, constant or literal
 */
record SampleCondition(String id, Class<? extends Candidate> type, Side left, String operator, Side right) {

    private static final List<String> EQUALITY = List.of("==", "!=");
    private static final List<String> ORDER = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> MEMBERSHIP = List.of("contains", "not contains");
    private static final Side NOTHING = new Side("", ValueType.FLAG, true);
    private static final List<Side> LITERALS = List.of(
            new Side("true", ValueType.FLAG, true),
            new Side("false", ValueType.FLAG, false),
            new Side("0", ValueType.NUMBER, 0L),
            new Side("2", ValueType.NUMBER, 2L),
            new Side("-1", ValueType.NUMBER, -1L),
            new Side("999999999", ValueType.NUMBER, 999_999_999L),
            text(""),
            text("1"),
            text("01"),
            text("GOLD"),
            text("WEB"),
            text("web"),
            text("ısı"),
            text("' // end; then # || && $c /* {x} \t"));

    /**
     * One side of a comparison.
     *
     * @param text as written
     * @param kind of the value
     * @param constant the value where it is always the same; null for a word
     */
    record Side(String text, ValueType kind, Object constant) {

        Object of(Candidate candidate) {
            if (constant != null) {
                return constant;
            }
            try {
                int path = text.indexOf('"');
                if (path < 0) {
                    return candidate.getClass().getMethod(text).invoke(candidate);
                }
                Method lookUp = candidate.getClass().getMethod(text.substring(0, path - 1), String.class);
                return lookUp.invoke(candidate, text.substring(path + 1, text.length() - 2));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(text, e);
            }
        }
    }

    private static Side text(String text) {
        return new Side("\"" + text + "\"", ValueType.TEXT, text);
    }

    /** Every condition that can be written on a type of candidate. */
    static List<SampleCondition> all(Class<? extends Candidate> type) {
        List<Side> words = new ArrayList<>();
        Vocabulary.accessors(type).forEach((name, kind) -> words.add(new Side(name, kind, null)));
        Vocabulary.lookUps()
                .forEach((name, kind) ->
                        paths(name).forEach(path -> words.add(new Side(name + "(\"" + path + "\")", kind, null))));
        List<SampleCondition> all = new ArrayList<>();
        for (Side left : words) {
            if (left.kind().equals(ValueType.FLAG)) {
                all.add(new SampleCondition("", type, left, "", NOTHING));
                all.add(new SampleCondition("", type, left, "!", NOTHING));
            }
            ValueType wanted = left.kind().isSet() ? left.kind().member() : left.kind();
            Stream.of(words, LITERALS, constants(wanted))
                    .flatMap(Collection::stream)
                    .filter(right -> right.kind().equals(wanted) && !wanted.isList() && comparable(left, right))
                    .forEach(right -> operators(left.kind())
                            .forEach(operator -> all.add(new SampleCondition("", type, left, operator, right))));
        }
        return all;
    }

    SampleCondition withId(int number) {
        return new SampleCondition("SMP-" + number, type, left, operator, right);
    }

    String text() {
        return switch (operator) {
            case "" -> left.text();
            case "!" -> "!" + left.text();
            default -> left.text() + " " + operator + " " + right.text();
        };
    }

    /** Judged by plain Java. */
    @SuppressWarnings("unchecked")
    boolean holds(Candidate candidate) {
        Object one = left.of(candidate);
        Object two = right.of(candidate);
        return switch (operator) {
            case "", "==" -> one.equals(two);
            case "!", "!=" -> !one.equals(two);
            case "<" -> ((Comparable<Object>) one).compareTo(two) < 0;
            case "<=" -> ((Comparable<Object>) one).compareTo(two) <= 0;
            case ">" -> ((Comparable<Object>) one).compareTo(two) > 0;
            case ">=" -> ((Comparable<Object>) one).compareTo(two) >= 0;
            case "contains" -> ((Collection<?>) one).contains(two);
            case "not contains" -> !((Collection<?>) one).contains(two);
            default -> throw new AssertionError(operator);
        };
    }

    /** The award may be counted in points, and then cannot be compared with money. */
    private static boolean comparable(Side left, Side right) {
        return left.text().equals("award") == right.text().equals("award");
    }

    private static List<String> operators(ValueType kind) {
        if (kind.isSet()) {
            return MEMBERSHIP;
        }
        return kind.isOrdered() ? ORDER : EQUALITY;
    }

    private static List<Side> constants(ValueType kind) {
        if (!kind.isConstant()) {
            return List.of();
        }
        return Stream.of(kind.type().getEnumConstants())
                .map(value -> new Side(kind.type().getSimpleName() + "." + ((Enum<?>) value).name(), kind, value))
                .toList();
    }

    private static List<String> paths(String lookUp) {
        return Map.of(
                        "has", List.of("event.text", "offer.amount", "event.absent"),
                        "attribute", List.of("event.text", "participant.text"),
                        "number", List.of("event.number", "offer.number", "event.absent"),
                        "amount", List.of("participant.amount", "offer.amount"),
                        "date", List.of("event.date", "participant.date"),
                        "texts", List.of("line.text", "product.text"))
                .get(lookUp);
    }
}
