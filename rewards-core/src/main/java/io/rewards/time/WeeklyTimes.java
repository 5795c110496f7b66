package io.rewards.time;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Days of the week and hours of the day. No days means every day, no hours means the whole day.
 * Immutable. Source: domain 2.4 C1, 3.5.
 *
 * @param days the weekdays, Monday first; empty for all
 * @param hours the hours; empty for the whole day
 */
public record WeeklyTimes(Set<DayOfWeek> days, List<DayHours> hours) {

    /** Every day, all day. */
    public static final WeeklyTimes ALWAYS = new WeeklyTimes(Set.of(), List.of());

    /** Copies both. */
    public WeeklyTimes {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
        hours = List.copyOf(hours);
    }

    /** True when nothing is restricted. */
    public boolean isAlways() {
        return days.isEmpty() && hours.isEmpty();
    }

    /** True when {@code day} is listed, or none is. */
    public boolean containsDay(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }

    /** True when {@code time} lies in one of the hours, or none are given. */
    public boolean containsTime(LocalTime time) {
        for (DayHours range : hours) {
            if (range.contains(time)) {
                return true;
            }
        }
        return hours.isEmpty();
    }
}
