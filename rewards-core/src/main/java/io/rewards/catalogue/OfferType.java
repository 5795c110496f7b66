package io.rewards.catalogue;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A label for offers of one classification. Immutable. Source: domain 1, 3.1.
 *
 * @param code unique among types
 * @param name for people
 * @param classification that its offers have
 * @param categories codes of the categories its offers may have; empty for all
 */
public record OfferType(String code, String name, Classification classification, Set<String> categories) {

    /** Copies the categories. */
    public OfferType {
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
    }
}
