package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.catalogue.SpendConditions;
import java.time.Instant;
import java.util.Optional;

/**
 * Money of one award, with its own validity and spend conditions, which later changes of the offer leave alone.
 * Immutable. Source: domain 3.6, 3.7, 5.1.
 *
 * @param id unique
 * @param awarded what was awarded
 * @param remaining what is left of it
 * @param awardedOn date of the event that earned it
 * @param validFrom first instant at which it can be spent
 * @param validTo first instant at which it no longer can; empty for never
 * @param conditions what it can be spent on
 * @param provenance where it comes from
 */
public record Lot(
        String id,
        Amount awarded,
        Amount remaining,
        Instant awardedOn,
        Instant validFrom,
        Optional<Instant> validTo,
        SpendConditions conditions,
        Provenance provenance) {

    /** Refuses a remainder below 0 or above what was awarded. */
    public Lot {
        if (remaining.isNegative() || remaining.compareTo(awarded) > 0) {
            throw new IllegalArgumentException("The remainder (" + remaining + ") of lot (" + id
                    + ") must lie between 0 and what was awarded (" + awarded + ").");
        }
    }

    /** True when it can be spent at {@code instant}, its other conditions aside. */
    public boolean isValidAt(Instant instant) {
        return !instant.isBefore(validFrom) && !isExpiredAt(instant);
    }

    /** True when it can no longer be spent at {@code instant}. */
    public boolean isExpiredAt(Instant instant) {
        return validTo.isPresent() && !instant.isBefore(validTo.get());
    }

    /** This lot after {@code amount} of it was spent. */
    public Lot spent(Amount amount) {
        return new Lot(id, awarded, remaining.minus(amount), awardedOn, validFrom, validTo, conditions, provenance);
    }
}
