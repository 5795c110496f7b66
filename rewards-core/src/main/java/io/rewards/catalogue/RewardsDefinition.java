package io.rewards.catalogue;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The offer types that a programme works with at a time, such as those of a year. While one is active, no offer of another
 * type is created or effective. Immutable. Source: domain 3.9.
 *
 * @param code unique among rewards definitions
 * @param name unique, for people
 * @param active whether it decides; at most one does
 * @param types codes of the offer types it allows, at least one
 */
public record RewardsDefinition(String code, String name, boolean active, Set<String> types) {

    /** Copies the types. Refuses none. */
    public RewardsDefinition {
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        if (types.isEmpty()) {
            throw new IllegalArgumentException(
                    "The rewards definition (" + code + ") must allow at least one offer type.");
        }
    }
}
