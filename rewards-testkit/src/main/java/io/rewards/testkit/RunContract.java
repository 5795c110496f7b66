package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.EventKey;
import io.rewards.run.RunRecord;
import io.rewards.run.RunStep;
import io.rewards.store.RewardsStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Runs are kept, the latest of each definition at hand. */
public interface RunContract extends StoreUnderTest {

    /** The latest record of a definition is the one that was saved last. */
    @Test
    default void theLatestRecordOfARunIsTheOneThatWasSavedLast() {
        RewardsStore store = store();
        assertThat(store.latestRun("R1")).isEmpty();
        TreeMap<String, LocalDate> failed = new TreeMap<>(Map.of("P/1", LocalDate.of(2024, 2, 29)));
        RunRecord started = RunRecord.started("R1", Events.START, LocalDate.of(2024, 3, 4), new TreeMap<>());
        RunRecord other = RunRecord.started("r1", Events.FAR, LocalDate.of(2024, 3, 1), failed);
        List<RunRecord> records = List.of(
                started,
                started.through(
                        Optional.of(new RunStep.Event(Events.START, new EventKey("a", "b/c"))), new TreeMap<>()),
                started.through(Optional.of(new RunStep.Visit("P/1", "")), failed),
                started.through(Optional.of(new RunStep.Visit("P/1", "S")), failed),
                started.finished(failed),
                started);
        store.save(other);
        for (RunRecord record : records) {
            store.save(record);
            assertThat(store.latestRun("R1")).contains(record);
            assertThat(store.latestRun("r1")).contains(other);
        }
        assertThat(store.latestRun("R2")).isEmpty();
    }

    /** Every run is kept as it was saved last, in order of the instants that they are about, page by page. */
    @Test
    default void everyRunIsKeptAsItWasSavedLast() {
        RewardsStore store = store();
        List<RunRecord> saved = new ArrayList<>();
        for (int day = 1; day <= 5; day++) {
            Instant asOf = Events.START.plus(Duration.ofDays(day));
            RunRecord started = RunRecord.started("R/1#", asOf, LocalDate.of(2024, 3, day), new TreeMap<>());
            store.save(started);
            assertThat(store.runs("R/1#", Instant.MIN, 9)).hasSize(day).endsWith(started);
            saved.add(started.finished(new TreeMap<>()));
            store.save(saved.get(day - 1));
            assertThat(store.latestRun("R/1#")).contains(saved.get(day - 1));
        }
        store.save(RunRecord.started("R", Events.START, LocalDate.of(2024, 3, 1), new TreeMap<>()));
        assertThat(store.runs("R/1#", Instant.MIN, Integer.MAX_VALUE)).isEqualTo(saved);
        assertThat(store.runs("R/1#", Instant.MIN, 2)).isEqualTo(saved.subList(0, 2));
        assertThat(store.runs("R/1#", saved.get(1).asOf(), 2)).isEqualTo(saved.subList(2, 4));
        assertThat(store.runs("R/1#", saved.get(1).asOf().minusNanos(1), 2)).isEqualTo(saved.subList(1, 3));
        assertThat(store.runs("R/1#", saved.get(4).asOf(), 2)).isEmpty();
        assertThat(store.runs("R", Instant.MIN, 9)).hasSize(1);
        assertThat(store.runs("none", Instant.MIN, 9)).isEmpty();
    }
}
