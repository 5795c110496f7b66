package io.rewards.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;

/** The periods of a calendar; weeks start on Monday. Source: domain 3.11. */
public enum CalendarPeriod {
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    private static final int MONTHS_OF_A_QUARTER = 3;

    /** The first day of the period in which {@code day} lies. */
    public LocalDate firstDay(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The first day of the period after that of {@code day}. */
    public LocalDate nextFirstDay(LocalDate day) {
        LocalDate first = firstDay(day);
        return switch (this) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case QUARTER -> first.plusMonths(MONTHS_OF_A_QUARTER);
            case YEAR -> first.plusYears(1);
        };
    }

    /** The first instant of the period of {@code instant}, by the clock of {@code zone}. */
    public Instant start(Instant instant, ZoneId zone) {
        return firstDay(LocalDate.ofInstant(instant, zone)).atStartOfDay(zone).toInstant();
    }

    /** The first instant after the period of {@code instant}, by the clock of {@code zone}. */
    public Instant end(Instant instant, ZoneId zone) {
        return nextFirstDay(LocalDate.ofInstant(instant, zone))
                .atStartOfDay(zone)
                .toInstant();
    }
}
