package io.rewards.catalogue;

import io.rewards.time.TimeSpan;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How long awarded money may be spent. Immutable. Source: domain 3.6.
 *
 * @param validAfter how long after the award it can first be spent; empty for at once
 * @param expiry when it can no longer be spent
 */
public record AwardValidity(Optional<TimeSpan> validAfter, Expiry expiry) {

    /** Spendable at once and for ever. */
    public static final AwardValidity ALWAYS = new AwardValidity(Optional.empty(), new Expiry.Never());

    private static final int DAYS_OF_FOUR_YEARS = 1461;
    private static final LocalDate A_LEAP_YEAR = LocalDate.of(2024, 1, 1);

    /** When awarded money can no longer be spent. */
    public sealed interface Expiry {

        /** Never. */
        record Never() implements Expiry {}

        /** From the start of the day that lies this span after the day of the award. */
        record After(TimeSpan span) implements Expiry {

            /** Refuses spans shorter than days. */
            public After {
                if (!span.unit().isCalendar()) {
                    throw new IllegalArgumentException(
                            "The span (" + span + ") until the award expires must be counted in days or longer.");
                }
            }
        }

        /** From the start of this day. */
        record On(LocalDate date) implements Expiry {}
    }

    /** Refuses a start that on some day of the year would not come before the end. */
    public AwardValidity {
        if (validAfter.isPresent() && expiry instanceof Expiry.After after && meet(validAfter.get(), after.span())) {
            throw new IllegalArgumentException("The award is valid after (" + validAfter.get() + ") and expires after ("
                    + after.span() + "): it must become spendable before it expires, whatever the day of the award.");
        }
    }

    /** The first instant at which money awarded on {@code awardedOn} can be spent. */
    public Instant validFrom(Instant awardedOn, ZoneId zone) {
        return validAfter.map(span -> span.after(awardedOn, zone)).orElse(awardedOn);
    }

    /** The first instant at which it no longer can; empty for never. */
    public Optional<Instant> validTo(Instant awardedOn, ZoneId zone) {
        if (expiry instanceof Expiry.After after) {
            LocalDate awarded = awardedOn.atZone(zone).toLocalDate();
            return Optional.of(after.span().after(awarded).atStartOfDay(zone).toInstant());
        }
        if (expiry instanceof Expiry.On on) {
            return Optional.of(on.date().atStartOfDay(zone).toInstant());
        }
        return Optional.empty();
    }

    private static boolean meet(TimeSpan start, TimeSpan end) {
        for (int day = 0; day < DAYS_OF_FOUR_YEARS; day++) {
            LocalDate awarded = A_LEAP_YEAR.plusDays(day);
            Instant latest = awarded.atTime(LocalTime.MAX).toInstant(ZoneOffset.UTC);
            Instant expires = end.after(awarded).atStartOfDay(ZoneOffset.UTC).toInstant();
            if (!start.after(latest, ZoneOffset.UTC).isBefore(expires)) {
                return true;
            }
        }
        return false;
    }
}
