package io.rewards.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Times of the week: the windows that are open. No windows means at any time. Immutable. Source: domain 2.4 C1, 3.5, 3.7.
 *
 * @param windows each with its own days and hours
 */
public record WeeklyTimes(List<WeeklyWindow> windows) {

    private static final int DAYS_AHEAD = 14;

    /** Every day, all day. */
    public static final WeeklyTimes ALWAYS = new WeeklyTimes(List.of());

    /** Copies the list; a window that is always open leaves none. */
    public WeeklyTimes {
        windows = windows.contains(WeeklyWindow.ALWAYS) ? List.of() : List.copyOf(windows);
    }

    /**
     * The same hours on each of some days.
     *
     * @param days empty for all
     * @param hours empty for the whole day
     */
    public WeeklyTimes(Set<DayOfWeek> days, List<DayHours> hours) {
        this(windows(days, hours));
    }

    private static List<WeeklyWindow> windows(Set<DayOfWeek> days, List<DayHours> hours) {
        List<DayHours> ranges = hours.isEmpty() ? List.of(DayHours.WHOLE_DAY) : hours;
        return ranges.stream().map(range -> new WeeklyWindow(days, range)).toList();
    }

    /** True when nothing is restricted. */
    public boolean isAlways() {
        return windows.isEmpty();
    }

    /** True when a window is open at that date and time, or there are none. */
    public boolean contains(LocalDateTime moment) {
        return isAlways() || windows.stream().anyMatch(window -> window.contains(moment));
    }

    /** True when a window is open at some time of that day, or there are none. */
    public boolean containsDay(DayOfWeek day) {
        return isAlways() || windows.stream().anyMatch(window -> window.opensOn(day));
    }

    /** True when a window is open at that time of some day, or there are none. */
    public boolean containsTime(LocalTime time) {
        return isAlways() || windows.stream().anyMatch(window -> window.hours().contains(time));
    }

    /**
     * The first instant from {@code from} on at which a window is open on clocks of {@code zone}: perhaps that one, perhaps one
     * at which the clocks are put forward into a window. Empty where the clocks skip every window of the next two weeks.
     */
    public Optional<Instant> opens(Instant from, ZoneId zone) {
        if (contains(LocalDateTime.ofInstant(from, zone))) {
            return Optional.of(from);
        }
        return starts(from, zone).stream()
                .filter(start -> start.isAfter(from) && contains(LocalDateTime.ofInstant(start, zone)))
                .findFirst();
    }

    /** When windows may open in the days from {@code from} on. */
    private SortedSet<Instant> starts(Instant from, ZoneId zone) {
        SortedSet<Instant> starts = new TreeSet<>();
        LocalDate first = LocalDate.ofInstant(from, zone);
        ZoneRules clocks = zone.getRules();
        for (int day = 0; day <= DAYS_AHEAD; day++) {
            for (WeeklyWindow window : windows) {
                LocalDateTime start = first.plusDays(day).atTime(window.hours().from());
                clocks.getValidOffsets(start).forEach(offset -> starts.add(start.toInstant(offset)));
            }
        }
        Instant last = starts.isEmpty() ? from : starts.last();
        for (ZoneOffsetTransition change = clocks.nextTransition(from);
                change != null && !change.getInstant().isAfter(last);
                change = clocks.nextTransition(change.getInstant())) {
            starts.add(change.getInstant());
        }
        return starts;
    }

    /** The days on which windows start, Monday first; empty where one of them starts every day. */
    public Set<DayOfWeek> days() {
        Set<DayOfWeek> days = new TreeSet<>();
        for (WeeklyWindow window : windows) {
            if (window.days().isEmpty()) {
                return Set.of();
            }
            days.addAll(window.days());
        }
        return days;
    }

    /** The hours of all windows, whatever their days; empty where one of them is open all day. */
    public List<DayHours> hours() {
        Set<DayHours> hours = new LinkedHashSet<>();
        for (WeeklyWindow window : windows) {
            if (window.hours().equals(DayHours.WHOLE_DAY)) {
                return List.of();
            }
            hours.add(window.hours());
        }
        return List.copyOf(hours);
    }

    /** True when every window has the same days, and none runs into the next: days and hours then say it all. */
    public boolean areDaysAndHours() {
        return windows.stream().map(WeeklyWindow::days).distinct().count() <= 1
                && windows.stream().noneMatch(window -> window.hours().runOverMidnight());
    }

    /** The hours where the days say the rest, such as [15:00-18:00]; otherwise the windows, such as [FRIDAY 22:00-02:00]. */
    @Override
    public String toString() {
        return areDaysAndHours() ? hours().toString() : windows.toString();
    }
}
