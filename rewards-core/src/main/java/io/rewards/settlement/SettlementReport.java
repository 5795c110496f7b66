package io.rewards.settlement;

import java.time.Instant;
import java.util.List;

/**
 * What a run of settlements did. Immutable. Source: domain 6.5, 7.4.
 *
 * @param run code of the definition
 * @param asOf instant that it was about
 * @param posted settlements that are kept for good, in order of merchants; the same run again reports the same
 * @param shown what would be settled with merchants whose settlements are not posted
 * @param failures merchants who could not be settled; the same run again, or the next one, tries them again
 */
public record SettlementReport(
        String run, Instant asOf, List<Settlement> posted, List<Settlement> shown, List<SettlementFailure> failures) {

    /** Copies the lists. */
    public SettlementReport {
        posted = List.copyOf(posted);
        shown = List.copyOf(shown);
        failures = List.copyOf(failures);
    }
}
