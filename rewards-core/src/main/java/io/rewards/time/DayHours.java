package io.rewards.time;

import java.time.LocalTime;

/**
 * Hours from one time to another: the start counts, the end does not, so 15:00-18:00 and 18:00-21:00 never overlap. An end
 * of midnight is the end of the day; hours that end before they start, such as 22:00-02:00, run over midnight into the next
 * day. Immutable. Source: domain 2.4 C1, 3.5.
 *
 * @param from first moment
 * @param toExclusive first moment after; midnight for the end of the day
 */
public record DayHours(LocalTime from, LocalTime toExclusive) {

    /** The whole day. */
    public static final DayHours WHOLE_DAY = new DayHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** Refuses hours that end when they start, other than those of the whole day: it is not clear whether that is no time or a day. */
    public DayHours {
        if (from.equals(toExclusive) && !from.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("The hours (" + from + "-" + toExclusive
                    + ") must not end when they start; the whole day is 00:00-24:00.");
        }
    }

    /** True when these hours end on the day after the one on which they start. */
    public boolean runOverMidnight() {
        return !toExclusive.equals(LocalTime.MIDNIGHT) && toExclusive.isBefore(from);
    }

    /** True when a clock that shows {@code time} is in these hours, of whatever day they are. */
    public boolean contains(LocalTime time) {
        return startedBy(time) || (runOverMidnight() && endAfter(time));
    }

    /** True when {@code time} of the day on which these hours start lies in them. */
    boolean startedBy(LocalTime time) {
        return !time.isBefore(from) && (toExclusive.equals(LocalTime.MIDNIGHT) || runOverMidnight() || endAfter(time));
    }

    /** True when {@code time} of the day on which these hours end is before the end. */
    boolean endAfter(LocalTime time) {
        return time.isBefore(toExclusive);
    }

    @Override
    public String toString() {
        return from + "-" + end();
    }

    /** The end as files write it: 24:00 for midnight. */
    public String end() {
        return toExclusive.equals(LocalTime.MIDNIGHT) ? "24:00" : toExclusive.toString();
    }
}
