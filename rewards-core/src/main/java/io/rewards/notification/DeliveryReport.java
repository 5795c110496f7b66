package io.rewards.notification;

import java.util.List;

/**
 * What came of handing out notifications. Immutable.
 *
 * @param delivered to the listener
 * @param dropped because the participant may no longer be told
 * @param failures notifications that the listener could not deliver; the next delivery tries them again
 */
public record DeliveryReport(long delivered, long dropped, List<DeliveryFailure> failures) {

    /** Copies the list. */
    public DeliveryReport {
        failures = List.copyOf(failures);
    }
}
