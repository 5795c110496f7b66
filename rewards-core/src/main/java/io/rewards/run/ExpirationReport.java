package io.rewards.run;

import io.rewards.amount.Amount;
import java.time.Instant;
import java.util.List;

/**
 * What an expiration run did. Immutable. Source: domain 5.5.
 *
 * @param asOf instant that it was about
 * @param participants whose money has expired
 * @param lots that have expired
 * @param expired sums, in order of denominations
 * @param failures participants whose wallets could not be looked at; the next run tries again
 */
public record ExpirationReport(
        Instant asOf, long participants, long lots, List<Amount> expired, List<RunFailure> failures) {

    /** Copies the lists. */
    public ExpirationReport {
        expired = List.copyOf(expired);
        failures = List.copyOf(failures);
    }
}
