package io.rewards.attribute;

import io.rewards.amount.Amount;
import java.time.LocalDate;

/** A value of an attribute, one record for each type. Immutable. */
public sealed interface AttributeValue {

    /** The type of this value. */
    AttributeType type();

    /** The value as a person writes it. */
    String text();

    /** Compares with a value of the same type; throws {@link IllegalArgumentException} for another. */
    int compareWith(AttributeValue other);

    /** A text. */
    record Text(String value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.TEXT;
        }

        @Override
        public String text() {
            return value;
        }

        @Override
        public int compareWith(AttributeValue other) {
            return value.compareTo(sameType(this, other, Text.class).value);
        }
    }

    /** A whole number. */
    record WholeNumber(long value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.WHOLE_NUMBER;
        }

        @Override
        public String text() {
            return Long.toString(value);
        }

        @Override
        public int compareWith(AttributeValue other) {
            return Long.compare(value, sameType(this, other, WholeNumber.class).value);
        }
    }

    /** An amount. */
    record Money(Amount value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.AMOUNT;
        }

        @Override
        public String text() {
            return value.toString();
        }

        @Override
        public int compareWith(AttributeValue other) {
            return value.compareTo(sameType(this, other, Money.class).value);
        }
    }

    /** A date. */
    record Date(LocalDate value) implements AttributeValue {
        @Override
        public AttributeType type() {
            return AttributeType.DATE;
        }

        @Override
        public String text() {
            return value.toString();
        }

        @Override
        public int compareWith(AttributeValue other) {
            return value.compareTo(sameType(this, other, Date.class).value);
        }
    }

    private static <T extends AttributeValue> T sameType(AttributeValue mine, AttributeValue other, Class<T> type) {
        if (!type.isInstance(other)) {
            throw new IllegalArgumentException("The attribute value (" + other.text() + ") of type " + other.type()
                    + " cannot be compared with (" + mine.text() + ") of type " + mine.type() + ".");
        }
        return type.cast(other);
    }
}
