package io.rewards.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A period of local time: the start counts, the end does not. Immutable. Source: domain 3.4, SPECIFIC_PERIOD.
 *
 * @param from first moment
 * @param toExclusive first moment after
 */
public record DateTimePeriod(LocalDateTime from, LocalDateTime toExclusive) {

    /** Refuses a period that does not end after it starts. */
    public DateTimePeriod {
        if (!from.isBefore(toExclusive)) {
            throw new IllegalArgumentException("The period (" + from + " to " + toExclusive
                    + ") must end after it starts; the end itself is outside.");
        }
    }

    /** True when {@code instant} lies in this period on the clocks of {@code zone}. */
    public boolean contains(Instant instant, ZoneId zone) {
        return !instant.isBefore(start(zone)) && instant.isBefore(end(zone));
    }

    /** The first instant inside. */
    public Instant start(ZoneId zone) {
        return from.atZone(zone).toInstant();
    }

    /** The first instant outside. */
    public Instant end(ZoneId zone) {
        return toExclusive.atZone(zone).toInstant();
    }

    @Override
    public String toString() {
        return from + " to before " + toExclusive;
    }
}
