package io.rewards.run;

import io.rewards.amount.Amount;
import java.time.Instant;
import java.util.List;

/**
 * What a run did: this time, where it was interrupted before, and including what it finished of an earlier one.
 * Immutable. Source: domain 6.5.
 *
 * @param run code of the definition
 * @param asOf instant that it was about
 * @param events that had waited and were decided
 * @param visits to participants and their subscriptions
 * @param awards that were made, those for referrers among them
 * @param awarded in all, one amount for each denomination, by its code
 * @param failures participants that could not be decided; the next run tries them again
 */
public record RunReport(
        String run,
        Instant asOf,
        long events,
        long visits,
        long awards,
        List<Amount> awarded,
        List<RunFailure> failures) {

    /** Copies the lists. */
    public RunReport {
        awarded = List.copyOf(awarded);
        failures = List.copyOf(failures);
    }
}
