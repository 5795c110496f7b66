package io.rewards.wallet;

import java.time.Instant;
import java.util.Optional;

/**
 * When money came into a wallet, and when it can be spent. Immutable. Source: domain 3.6.
 *
 * @param awardedOn date of the event that earned it
 * @param validFrom first instant at which it can be spent
 * @param validTo first instant at which it no longer can; empty for never
 */
public record LotDates(Instant awardedOn, Instant validFrom, Optional<Instant> validTo) {

    /** Money that can be spent from the instant on at which it came in. */
    public static LotDates from(Instant instant) {
        return new LotDates(instant, instant, Optional.empty());
    }
}
