package io.rewards.time;

import java.time.LocalTime;

/**
 * Hours of a day: the start counts, the end does not, so 15:00-18:00 and 18:00-21:00 never overlap.
 * An end of midnight is the end of the day. Immutable. Source: domain 2.4 C1, 12.1 Q7.
 *
 * @param from first moment
 * @param toExclusive first moment after; midnight for the end of the day
 */
public record DayHours(LocalTime from, LocalTime toExclusive) {

    /** Refuses hours that do not end after they start: what crosses midnight is two ranges. */
    public DayHours {
        if (!toExclusive.equals(LocalTime.MIDNIGHT) && !from.isBefore(toExclusive)) {
            throw new IllegalArgumentException("The hours (" + from + "-" + toExclusive + ") must end after they start."
                    + " Maybe they cross midnight: write two ranges, one up to 24:00 and one from 00:00.");
        }
    }

    /** True when {@code time} lies in these hours. */
    public boolean contains(LocalTime time) {
        return !time.isBefore(from) && (toExclusive.equals(LocalTime.MIDNIGHT) || time.isBefore(toExclusive));
    }

    @Override
    public String toString() {
        return from + "-" + (toExclusive.equals(LocalTime.MIDNIGHT) ? "24:00" : toExclusive);
    }
}
