package io.rewards.catalogue;

import io.rewards.time.CalendarPeriod;
import io.rewards.time.TimeSpan;
import java.util.Locale;

/** How long a cap counts before it begins again. Immutable. Source: domain 3.11. */
public sealed interface CapPeriod {

    /** It never begins again. */
    record Life() implements CapPeriod {
        @Override
        public String toString() {
            return "";
        }
    }

    /**
     * Each period of the calendar of the programme's zone by itself.
     *
     * @param period of the calendar
     */
    record Each(CalendarPeriod period) implements CapPeriod {
        @Override
        public String toString() {
            return "a " + period.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Each stretch of this length, wherever it starts: an award counts from its own instant until this span after it, which
     * does not count any more.
     *
     * @param span of each
     */
    record Within(TimeSpan span) implements CapPeriod {
        @Override
        public String toString() {
            return "within " + span;
        }
    }
}
