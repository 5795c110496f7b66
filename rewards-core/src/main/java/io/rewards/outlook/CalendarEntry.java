package io.rewards.outlook;

import io.rewards.amount.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * Something that will happen to a participant. Immutable.
 *
 * @param at when; for an end, the first instant after it
 * @param day in the programme's zone; for an end, the last day before it
 * @param kind what happens
 * @param code of the offer, of the run, or of the tier
 * @param subject the subscription or the lot that it is about, or empty
 * @param amount that it is about, where there is one
 */
public record CalendarEntry(Instant at, LocalDate day, Kind kind, String code, String subject, Optional<Amount> amount)
        implements Comparable<CalendarEntry> {

    private static final Comparator<CalendarEntry> ORDER = Comparator.comparing(CalendarEntry::day)
            .thenComparing(CalendarEntry::at)
            .thenComparing(CalendarEntry::kind)
            .thenComparing(CalendarEntry::code)
            .thenComparing(CalendarEntry::subject);

    /** What can happen. */
    public enum Kind {
        /** A birthday that an offer awards. */
        BIRTHDAY,
        /** A name day that an offer awards. */
        NAME_DAY,
        /** A subscription will have been effective for long enough. */
        SUBSCRIPTION_MATURES,
        /** Money can be spent from then on. */
        MONEY_SPENDABLE,
        /** The last day on which money can be spent. */
        MONEY_EXPIRES,
        /** The last day on which what was counted first still counts. */
        WINDOW_ENDS,
        /** A run is due. */
        RUN_DUE,
        /** The tier is reviewed, or its lock ends. */
        TIER_REVIEW
    }

    @Override
    public int compareTo(CalendarEntry other) {
        return ORDER.compare(this, other);
    }
}
