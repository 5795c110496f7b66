package io.rewards.time;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * Days of every year, from one through another, both inside; 20 December through 10 January wraps the New Year.
 * 29 February is the last day of February in a common year. Immutable. Source: domain 3.4, RECURRING_PERIOD.
 *
 * @param from first day inside
 * @param through last day inside
 */
public record RecurringDays(MonthDay from, MonthDay through) {

    /** True when {@code date} lies in these days of its year. */
    public boolean contains(LocalDate date) {
        boolean started = !date.isBefore(from.atYear(date.getYear()));
        boolean notOver = !date.isAfter(through.atYear(date.getYear()));
        return through.isBefore(from) ? started || notOver : started && notOver;
    }

    @Override
    public String toString() {
        return from.toString().substring(2) + " through " + through.toString().substring(2);
    }
}
