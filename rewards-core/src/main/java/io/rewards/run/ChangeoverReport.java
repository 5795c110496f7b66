package io.rewards.run;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Changeover;
import java.util.List;

/**
 * What a changeover did, in this and no earlier call. Immutable. Source: domain 3.12.
 *
 * @param changeover that was carried out
 * @param participants who were reached
 * @param before what they held and owed, taken together, in the old denomination
 * @param after what it has become
 * @param failures participants who could not be reached; call it again
 * @param ended true once everybody was reached, so that the programme in the new denomination can be taken
 */
public record ChangeoverReport(
        Changeover changeover,
        long participants,
        Amount before,
        Amount after,
        List<RunFailure> failures,
        boolean ended) {

    /** Copies the list. */
    public ChangeoverReport {
        failures = List.copyOf(failures);
    }
}
