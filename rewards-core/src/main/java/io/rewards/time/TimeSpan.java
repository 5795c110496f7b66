package io.rewards.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A length of time such as 30 DAYS or 1 MONTHS, counted on the calendar of a zone: 31 January plus one month is the last
 * day of February. Immutable. Source: domain 3.6.
 *
 * @param count how many, from 1 to 10,000
 * @param unit of what
 */
public record TimeSpan(int count, SpanUnit unit) {

    private static final int MAX_COUNT = 10_000;

    /** Refuses a count outside 1 to 10,000. */
    public TimeSpan {
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException(
                    "The length (" + count + " " + unit + ") of a span must be 1 to 10,000 of its unit.");
        }
    }

    /** The instant this span after {@code start}. */
    public Instant after(Instant start, ZoneId zone) {
        return isSameEverywhere(zone)
                ? start.plusSeconds(seconds())
                : start.atZone(zone).plus(count, unit.chrono()).toInstant();
    }

    /** The instant this span before {@code end}. */
    public Instant before(Instant end, ZoneId zone) {
        return isSameEverywhere(zone)
                ? end.minusSeconds(seconds())
                : end.atZone(zone).minus(count, unit.chrono()).toInstant();
    }

    /** True where no calendar is needed: it is asked for every window of a count, about 4 kB for each purchase. */
    private boolean isSameEverywhere(ZoneId zone) {
        return !unit.isCalendar() || (zone instanceof ZoneOffset && unit.compareTo(SpanUnit.WEEKS) <= 0);
    }

    private long seconds() {
        return count * unit.chrono().getDuration().toSeconds();
    }

    /**
     * The date this span after {@code start}.
     *
     * @throws IllegalArgumentException for minutes and hours, which move no date
     */
    public LocalDate after(LocalDate start) {
        if (!unit.isCalendar()) {
            throw new IllegalArgumentException(
                    "The span (" + this + ") must be counted in days or longer to move a date.");
        }
        return start.plus(count, unit.chrono());
    }

    @Override
    public String toString() {
        return count + " " + unit.name().toLowerCase(Locale.ROOT);
    }
}
