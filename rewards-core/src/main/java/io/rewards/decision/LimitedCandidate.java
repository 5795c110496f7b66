package io.rewards.decision;

import io.rewards.catalogue.AwardLimit;
import io.rewards.catalogue.NumberOfAwards;
import io.rewards.time.TimeSpan;
import java.time.Instant;
import java.time.ZoneId;

/** A candidate whose offer may award a participant only so often. Immutable. Source: domain 2.4 C7 to C10. */
public interface LimitedCandidate extends Candidate {

    /** The limit. */
    AwardLimit limit();

    /** Whether the offer awards once, many times, or once within a period. */
    default NumberOfAwards numberOfAwards() {
        return limit().number();
    }

    /**
     * The first moment at which the last award lies a whole period back; the far past where there is none, or no period. A
     * month after 31 January is not over before 1 March, because the month before any day of February ends earlier.
     */
    default Instant nextAwardOn() {
        return awardsBefore() == 0
                ? Instant.MIN
                : limit().period()
                        .map(span ->
                                firstAfter(span, lastAwardedOn(), situation().zone()))
                        .orElse(Instant.MIN);
    }

    private static Instant firstAfter(TimeSpan span, Instant last, ZoneId zone) {
        Instant after = span.after(last, zone);
        return span.before(after, zone).isBefore(last)
                ? after.atZone(zone)
                        .toLocalDate()
                        .plusDays(1)
                        .atStartOfDay(zone)
                        .toInstant()
                : after;
    }

    /** True when an award of the same kind lies within the period before the event, or after it. */
    default boolean awardedWithinPeriod() {
        return awardsBefore() > 0
                && limit().period()
                        .filter(span -> lastAwardedOn()
                                .isAfter(span.before(performedOn(), situation().zone())))
                        .isPresent();
    }
}
