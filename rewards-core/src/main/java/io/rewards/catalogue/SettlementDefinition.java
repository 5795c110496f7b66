package io.rewards.catalogue;

import io.rewards.time.Recurrence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which merchants are settled together, and when. Immutable. Source: domain 7.4.
 *
 * @param code unique among settlements
 * @param name for people
 * @param effective false to keep it from being run
 * @param merchants codes of units
 * @param groups codes of groups whose units are settled; all merchants where neither names any
 * @param recurrence when the next run is due, where it recurs
 */
public record SettlementDefinition(
        String code,
        String name,
        boolean effective,
        Set<String> merchants,
        Set<String> groups,
        Optional<Recurrence> recurrence) {

    /** Copies the sets. */
    public SettlementDefinition {
        merchants = Collections.unmodifiableSet(new TreeSet<>(merchants));
        groups = Collections.unmodifiableSet(new TreeSet<>(groups));
    }

    /** A settlement of all merchants, started when the host wants it. */
    public static SettlementDefinition ofEverybody(String code) {
        return new SettlementDefinition(code, code, true, Set.of(), Set.of(), Optional.empty());
    }

    /** When the next run is due; empty for one that does not recur, is not effective or will not come again. */
    public Optional<Instant> dueAfter(Optional<Instant> latest, ZoneId zone) {
        return recurrence
                .filter(unused -> effective)
                .flatMap(known -> known.nextAfter(latest.orElse(known.start().minusNanos(1)), zone));
    }
}
