package io.rewards.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Achievements that are collected until there is an award. Source: domain 2.4 C8, C9. Immutable. */
public sealed interface CollectingTerms extends Terms permits Terms.Achievements, Terms.FinancialAchievements {

    /** Codes of event classifications. */
    Set<String> achievements();

    /** True when all of them are needed for an award, false when any is awarded. */
    boolean all();

    /** On awards. */
    AwardLimit limit();

    @Override
    default CountedUnit countedUnit() {
        return CountedUnit.ACHIEVEMENTS;
    }

    @Override
    default SortedMap<String, Set<String>> eventClassifications() {
        return new TreeMap<>(Map.of("achievements", achievements()));
    }
}
