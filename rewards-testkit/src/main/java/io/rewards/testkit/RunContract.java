package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.EventKey;
import io.rewards.run.RunRecord;
import io.rewards.run.RunStep;
import io.rewards.store.RewardsStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Of each definition of a run, the latest is kept. */
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
}
