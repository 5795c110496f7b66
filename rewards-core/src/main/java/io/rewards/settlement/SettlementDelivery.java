package io.rewards.settlement;

import java.util.List;

/**
 * What came of telling the host of settlements. Immutable.
 *
 * @param told so many settlements were booked
 * @param failures settlements that the host could not book; the next call tries them again
 */
public record SettlementDelivery(long told, List<SettlementFailure> failures) {

    /** Copies the list. */
    public SettlementDelivery {
        failures = List.copyOf(failures);
    }
}
