package io.rewards.catalogue;

import io.rewards.time.Recurrence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an evaluation run looks at. Immutable. Source: domain 6.2.
 *
 * @param code unique among runs
 * @param name for people
 * @param effective false to keep it from running
 * @param schemes codes; empty for all
 * @param typesIncluded codes of offer types; empty for all
 * @param typesExcluded codes of offer types; exclusion wins
 * @param recurrence when the next run is due, where it recurs
 */
public record RunDefinition(
        String code,
        String name,
        boolean effective,
        Set<String> schemes,
        Set<String> typesIncluded,
        Set<String> typesExcluded,
        Optional<Recurrence> recurrence) {

    /** Copies the sets. */
    public RunDefinition {
        schemes = Collections.unmodifiableSet(new TreeSet<>(schemes));
        typesIncluded = Collections.unmodifiableSet(new TreeSet<>(typesIncluded));
        typesExcluded = Collections.unmodifiableSet(new TreeSet<>(typesExcluded));
    }

    /** A run over all offers of all schemes, started when the host wants it. */
    public static RunDefinition ofEverything(String code) {
        return new RunDefinition(code, code, true, Set.of(), Set.of(), Set.of(), Optional.empty());
    }

    /**
     * When the next run is due; empty for a run that does not recur, is not effective or will not come again.
     *
     * @param latest instant that the latest run was about, if there was one
     * @param zone of the programme
     */
    public Optional<Instant> dueAfter(Optional<Instant> latest, ZoneId zone) {
        return recurrence
                .filter(unused -> effective)
                .flatMap(known -> known.nextAfter(latest.orElse(known.start().minusNanos(1)), zone));
    }

    /** True when the run looks at {@code offer}. */
    public boolean covers(Offer offer) {
        return (schemes.isEmpty() || schemes.contains(offer.scheme()))
                && (typesIncluded.isEmpty() || typesIncluded.contains(offer.type()))
                && !typesExcluded.contains(offer.type());
    }
}
