package io.rewards.catalogue;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Contact data that must be there: one entry of each type, or of any type where none is named, with all the fields.
 * Immutable. Source: domain 2.4 C14.
 *
 * @param <T> type of an entry, such as home address or mobile phone
 * @param <F> field of an entry
 * @param types that must exist; empty for any one
 * @param fields that each of them must have
 */
public record DataDemand<T extends Enum<T>, F extends Enum<F>>(Set<T> types, Set<F> fields) {

    /** Copies the sets. Refuses a demand for nothing. */
    public DataDemand {
        types = Collections.unmodifiableSet(new TreeSet<>(types));
        fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        if (types.isEmpty() && fields.isEmpty()) {
            throw new IllegalArgumentException("The demand must name types, fields, or both.");
        }
    }
}
