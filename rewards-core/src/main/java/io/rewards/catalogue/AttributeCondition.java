package io.rewards.catalogue;

import io.rewards.attribute.AttributeDeclaration;
import io.rewards.attribute.AttributeType;
import io.rewards.attribute.AttributeValue;
import io.rewards.attribute.Attributes;
import java.util.List;

/**
 * A condition on an attribute that the host declared. One on lines or products chooses the lines that count; one on the
 * event, the participant or the offer must hold as it is. What carries no such attribute does not match, and no amount matches
 * one of another denomination. Immutable.
 *
 * @param attribute the declared attribute
 * @param operator how to compare
 * @param values for {@code IS} any of them; for the others exactly one, itself inside
 */
public record AttributeCondition(AttributeDeclaration attribute, Operator operator, List<AttributeValue> values) {

    /** How an attribute is compared. */
    public enum Operator {
        IS,
        AT_LEAST,
        AT_MOST
    }

    /** Copies the values. Refuses none, several for a limit, a limit on text, and values of another type. */
    public AttributeCondition {
        values = List.copyOf(values);
        boolean limit = operator != Operator.IS;
        boolean ordered = attribute.type() != AttributeType.TEXT;
        if (values.isEmpty() || (limit && (values.size() > 1 || !ordered))) {
            throw new IllegalArgumentException("The condition on attribute (" + attribute.path() + ") of type "
                    + attribute.type() + " must name one or more values for IS,"
                    + " and exactly one, of a number, an amount or a date, for AT_LEAST and AT_MOST.");
        }
        for (AttributeValue value : values) {
            if (value.type() != attribute.type()) {
                throw new IllegalArgumentException("The value (" + value.text() + ") for attribute (" + attribute.path()
                        + ") must be of its type " + attribute.type() + ".");
            }
        }
    }

    /** True when {@code attributes} carry the attribute and its value matches. */
    public boolean matches(Attributes attributes) {
        AttributeValue actual = attributes.values().get(attribute.name());
        if (actual == null || actual.type() != attribute.type() || isInAnother(actual)) {
            return false;
        }
        return switch (operator) {
            case IS -> values.contains(actual);
            case AT_LEAST -> actual.compareWith(values.get(0)) >= 0;
            case AT_MOST -> actual.compareWith(values.get(0)) <= 0;
        };
    }

    /** True for an amount that is in no denomination of the values. */
    private boolean isInAnother(AttributeValue actual) {
        return actual instanceof AttributeValue.Money money
                && values.stream()
                        .map(AttributeValue.Money.class::cast)
                        .noneMatch(wanted -> wanted.value()
                                .denomination()
                                .equals(money.value().denomination()));
    }

    @Override
    public String toString() {
        String listed =
                String.join(", ", values.stream().map(AttributeValue::text).toList());
        return attribute.path()
                + switch (operator) {
                    case IS -> " is " + listed;
                    case AT_LEAST -> " at least " + listed;
                    case AT_MOST -> " at most " + listed;
                };
    }
}
