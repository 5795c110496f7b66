package io.rewards.time;

import java.time.temporal.ChronoUnit;

/** The units of time of a programme ("UOT"). Source: domain 1. */
public enum SpanUnit {
    MINUTES(ChronoUnit.MINUTES),
    HOURS(ChronoUnit.HOURS),
    DAYS(ChronoUnit.DAYS),
    WEEKS(ChronoUnit.WEEKS),
    MONTHS(ChronoUnit.MONTHS),
    YEARS(ChronoUnit.YEARS);

    private final ChronoUnit chrono;

    SpanUnit(ChronoUnit chrono) {
        this.chrono = chrono;
    }

    ChronoUnit chrono() {
        return chrono;
    }

    /** True for days and longer: the spans a calendar date can be moved by. */
    public boolean isCalendar() {
        return compareTo(DAYS) >= 0;
    }
}
