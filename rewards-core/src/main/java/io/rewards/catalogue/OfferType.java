package io.rewards.catalogue;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A label for offers of one classification. Immutable. Source: domain 1, 3.1, 3.9, 3.10.
 *
 * @param code unique among types
 * @param name for people
 * @param classification that its offers have
 * @param categories codes of the categories its offers may have; empty for all
 * @param goal of its offers, where it is not that of the classification
 * @param allows what its offers may say
 */
public record OfferType(
        String code,
        String name,
        Classification classification,
        Set<String> categories,
        Optional<Goal> goal,
        AllowedContent allows) {

    /** Copies the categories. */
    public OfferType {
        categories = Collections.unmodifiableSet(new TreeSet<>(categories));
    }

    /** A type whose offers may say anything. */
    public OfferType(
            String code, String name, Classification classification, Set<String> categories, Optional<Goal> goal) {
        this(code, name, classification, categories, goal, AllowedContent.ALL);
    }

    /** A type for every category, with the goal of its classification. */
    public static OfferType of(String code, Classification classification) {
        return new OfferType(code, code, classification, Set.of(), Optional.empty());
    }
}
