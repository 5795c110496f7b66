package io.rewards.catalogue;

import io.rewards.amount.Amount;
import io.rewards.time.CalendarPeriod;
import io.rewards.time.TimeSpan;
import java.util.Locale;
import java.util.Optional;

/**
 * A limit on what an offer awards: either the number of awards, whatever they are worth, or their sum. Immutable. Source:
 * domain 3.11.
 *
 * @param of whose awards count together
 * @param per how long they count
 * @param awards how many awards at most
 * @param amount how much at most, in the denomination of the award; an award that would exceed it is cut to what is left
 */
public record Cap(Of of, CapPeriod per, Optional<Long> awards, Optional<Amount> amount) {

    /** Whose awards count together. */
    public enum Of {
        /** Those of one participant. */
        PARTICIPANT,
        /** Those of all participants, as a budget. */
        ALL
    }

    /**
     * Refuses a cap on both or neither, limits of 0 or less, and a rolling span for all: what all participants got in every
     * stretch of time cannot be kept in one figure, and a cap that holds only most of the time is none.
     */
    public Cap {
        if (awards.isPresent() == amount.isPresent()) {
            throw new IllegalArgumentException(
                    "The cap must limit either the number of awards or their amount; two limits"
                            + " are two caps of the list.");
        }
        if (awards.filter(count -> count < 1).isPresent()
                || amount.filter(limit -> !limit.isPositive()).isPresent()) {
            throw new IllegalArgumentException("The cap (" + limit(awards, amount) + ") must be above 0.");
        }
        if (of == Of.ALL && per instanceof CapPeriod.Within) {
            throw new IllegalArgumentException("The cap (" + limit(awards, amount) + " " + per
                    + ") of all participants must be per LIFE, DAY, WEEK, MONTH, QUARTER or YEAR; only a cap of one"
                    + " participant can be within a span.");
        }
    }

    /** At most {@code count} awards in a life. */
    public static Cap ofAwards(Of of, long count) {
        return new Cap(of, new CapPeriod.Life(), Optional.of(count), Optional.empty());
    }

    /** At most {@code limit} in a life. */
    public static Cap ofAmount(Of of, Amount limit) {
        return new Cap(of, new CapPeriod.Life(), Optional.empty(), Optional.of(limit));
    }

    /** The same limit in each period of the calendar. */
    public Cap per(CalendarPeriod period) {
        return new Cap(of, new CapPeriod.Each(period), awards, amount);
    }

    /** The same limit within a span. */
    public Cap within(TimeSpan span) {
        return new Cap(of, new CapPeriod.Within(span), awards, amount);
    }

    /** The limit as a number of awards, or in units of its amount. */
    public long most() {
        return amount.map(Amount::units).or(() -> awards).orElseThrow();
    }

    /** The limit, and how long it counts, such as {@code 1 a day}. */
    public String limit() {
        return (limit(awards, amount) + " " + per).strip();
    }

    private static String limit(Optional<Long> awards, Optional<Amount> amount) {
        return awards.map(count -> Long.toString(count))
                .or(() -> amount.map(Amount::toString))
                .orElse("");
    }

    @Override
    public String toString() {
        return limit(awards, amount)
                + awards.map(count -> count == 1 ? " award" : " awards").orElse("")
                + (of == Of.ALL ? " of " : " of one ")
                + of.name().toLowerCase(Locale.ROOT)
                + (per instanceof CapPeriod.Life ? "" : " " + per);
    }
}
