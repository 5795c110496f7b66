package io.rewards.shape;

import io.rewards.amount.Amount;
import io.rewards.time.TimeSpan;
import java.time.Instant;

/** How amounts, numbers and moments are said, so that a record can be put into words. */
public interface Words {

    /** An amount with its denomination. */
    String amount(Amount amount);

    /** A number. */
    String number(long number);

    /** A number of things, such as 2 lines. */
    String number(long number, String thing);

    /** A date and time. */
    String moment(Instant instant);

    /** A span of time. */
    String span(TimeSpan span);

    /** A constant of an enumeration. */
    String constant(Enum<?> constant);
}
