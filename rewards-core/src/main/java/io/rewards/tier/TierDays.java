package io.rewards.tier;

import io.rewards.amount.Denomination;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What counts of the purchases of the days of the longest window, so that a look at a tier sums days and not purchases.
 * Immutable. Source: domain 8.4.
 *
 * @param currency of the amounts; empty where there are none
 * @param from first day that is held; empty where all are
 * @param days with something that counts, oldest first
 */
public record TierDays(Optional<Denomination> currency, Optional<LocalDate> from, List<TierDay> days) {

    /** Nothing counts. */
    public static final TierDays NONE = new TierDays(Optional.empty(), Optional.empty(), List.of());

    /** Copies the days. */
    public TierDays {
        days = List.copyOf(days);
    }
}
