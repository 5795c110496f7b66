package io.rewards.notification;

import io.rewards.run.RunFailure;
import java.time.Instant;
import java.util.List;

/**
 * What a notification run found. Immutable.
 *
 * @param asOf instant that it was about
 * @param participants that were looked at
 * @param found notifications that the criteria ask for, those that earlier runs kept included
 * @param failures participants that could not be looked at; the next run tries them again
 */
public record NotificationReport(Instant asOf, long participants, long found, List<RunFailure> failures) {

    /** Copies the list. */
    public NotificationReport {
        failures = List.copyOf(failures);
    }
}
