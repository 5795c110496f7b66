package io.rewards.attribute;

import io.rewards.amount.Amount;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The types an attribute can have. */
public enum AttributeType {
    TEXT,
    WHOLE_NUMBER,
    AMOUNT,
    DATE;

    /** True for a text that a value of this type is written as. */
    public boolean isWritten(String text) {
        try {
            return switch (this) {
                case TEXT -> true;
                case WHOLE_NUMBER -> Long.toString(Long.parseLong(text)).equals(text);
                case AMOUNT -> Amount.parse(text).toString().equals(text);
                case DATE -> LocalDate.parse(text).toString().equals(text);
            };
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
