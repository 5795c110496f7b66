package io.rewards.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of a run: so that it goes on exactly where it was interrupted, the next one where it ended, and one can look up
 * which runs there were. Immutable. Source: domain 6.2, 2.4 C13.
 *
 * @param run code of the definition
 * @param asOf instant that the run is about
 * @param since dates after this day are looked at, through that of {@code asOf}
 * @param finished false while it is under way, and after it was interrupted
 * @param through the last step that need not be taken again, while it is under way; empty for none
 * @param failed participants that could not be decided, with the day since which their dates wait
 */
public record RunRecord(
        String run,
        Instant asOf,
        LocalDate since,
        boolean finished,
        Optional<RunStep> through,
        SortedMap<String, LocalDate> failed) {

    /** Copies the map. */
    public RunRecord {
        failed = Collections.unmodifiableSortedMap(new TreeMap<>(failed));
    }

    /** A run that is about to start. */
    public static RunRecord started(String run, Instant asOf, LocalDate since, SortedMap<String, LocalDate> failed) {
        return new RunRecord(run, asOf, since, false, Optional.empty(), failed);
    }

    /** This run after {@code step}, with {@code waiting} participants that could not be decided. */
    public RunRecord through(Optional<RunStep> step, SortedMap<String, LocalDate> waiting) {
        return new RunRecord(run, asOf, since, finished, step, waiting);
    }

    /** This run, finished but for {@code waiting} participants. */
    public RunRecord finished(SortedMap<String, LocalDate> waiting) {
        return new RunRecord(run, asOf, since, true, Optional.empty(), waiting);
    }
}
