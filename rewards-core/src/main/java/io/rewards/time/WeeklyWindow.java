package io.rewards.time;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hours of some days of the week, such as Fridays from 22:00 to 02:00. Hours that run over midnight belong to the day on
 * which they start: that window is open on Saturday at 01:59, and not on Friday at 01:00. Immutable. Source: domain 3.5.
 *
 * @param days on which it starts, Monday first; empty for all
 * @param hours how long it is open
 */
public record WeeklyWindow(Set<DayOfWeek> days, DayHours hours) {

    static final WeeklyWindow ALWAYS = new WeeklyWindow(Set.of(), DayHours.WHOLE_DAY);

    /** Copies the days. */
    public WeeklyWindow {
        days = Collections.unmodifiableSet(new TreeSet<>(days));
    }

    /** True when it is open at that date and time. */
    public boolean contains(LocalDateTime moment) {
        DayOfWeek day = moment.getDayOfWeek();
        return (startsOn(day) && hours.startedBy(moment.toLocalTime()))
                || (hours.runOverMidnight() && startsOn(day.minus(1)) && hours.endAfter(moment.toLocalTime()));
    }

    /** True when it is open at some time of that day. */
    public boolean opensOn(DayOfWeek day) {
        return startsOn(day) || (hours.runOverMidnight() && startsOn(day.minus(1)));
    }

    private boolean startsOn(DayOfWeek day) {
        return days.isEmpty() || days.contains(day);
    }

    @Override
    public String toString() {
        return days.isEmpty()
                ? hours.toString()
                : String.join(", ", days.stream().map(DayOfWeek::name).toList()) + " " + hours;
    }
}
