package io.rewards.catalogue;

import io.rewards.time.WeeklyTimes;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What awarded money may be spent on, when and where; copied to the lot when it is awarded. Immutable.
 * Source: domain 3.7.
 *
 * @param products it can pay only lines of these
 * @param times weekdays and hours, on the clock of the unit
 * @param units codes of units; with {@code groups}, both empty for all
 * @param groups codes of groups whose units, at any depth, count as listed
 */
public record SpendConditions(ProductSelection products, WeeklyTimes times, Set<String> units, Set<String> groups) {

    /** On anything, at any time, anywhere. */
    public static final SpendConditions NONE =
            new SpendConditions(ProductSelection.ALL, WeeklyTimes.ALWAYS, Set.of(), Set.of());

    /** Copies the sets. */
    public SpendConditions {
        units = Collections.unmodifiableSet(new TreeSet<>(units));
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    }
}
