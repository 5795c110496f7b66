package io.rewards.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

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

    /** The first instant inside, by the clock of {@code zone}; the far past where there is no start. */
    public Instant start(ZoneId zone) {
        return from.equals(LocalDate.MIN)
                ? Instant.MIN
                : from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it, by the clock of {@code zone}; the far future where there is no end. */
    public Instant end(ZoneId zone) {
        return through.equals(LocalDate.MAX)
                ? Instant.MAX
                : through.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
