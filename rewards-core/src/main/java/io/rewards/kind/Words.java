package io.rewards.kind;

import io.rewards.amount.Amount;
import java.time.Instant;

/** How amounts, numbers and moments are said, so that an event can be put into words. */
public interface Words {

    /** An amount with its denomination. */
    String amount(Amount amount);

    /** A number. */
    String number(long number);

    /** A number of things, such as 2 lines. */
    String number(long number, String thing);

    /** A date and time. */
    String moment(Instant instant);
}
