package io.rewards.time;

import java.time.LocalDate;

/**
 * Days from one to another, both of them inside. Immutable. Source: domain 3.5, condition "Period".
 *
 * @param from first day inside; {@code LocalDate.MIN} where there is no start
 * @param through last day inside; {@code LocalDate.MAX} where there is no end
 */
public record DayPeriod(LocalDate from, LocalDate through) {

    /** All days. */
    public static final DayPeriod ALWAYS = new DayPeriod(LocalDate.MIN, LocalDate.MAX);

    /** Refuses a period that ends before it starts. */
    public DayPeriod {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException(
                    "The period (" + from + " through " + through + ") must not end before it starts.");
        }
    }
}
