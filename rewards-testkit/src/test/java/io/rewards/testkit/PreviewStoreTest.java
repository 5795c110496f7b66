package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.Loaded;
import io.rewards.store.InMemoryStore;
import io.rewards.store.PreviewStore;
import io.rewards.store.RewardsStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A preview promises what a run needs: it is for one thread, and leaves journals, notifications and schedules alone. */
class PreviewStoreTest extends StoreContract {

    @Override
    public RewardsStore store() {
        return new PreviewStore(new InMemoryStore());
    }

    @Override
    public boolean isForManyThreads() {
        return false;
    }

    @Override
    public boolean keepsJournals() {
        return false;
    }

    @Override
    public boolean keepsSettlements() {
        return false;
    }

    @Override
    public boolean keepsNotifications() {
        return false;
    }

    @Override
    public boolean keepsSchedules() {
        return false;
    }

    @Test
    void aPreviewAnswersForBothAndWritesNothingBelow() {
        for (long seed = 1; seed <= 6; seed++) {
            InMemoryStore below = new InMemoryStore();
            Write.register(below, "P1", "P2");
            RandomLife life = new RandomLife(seed);
            for (int step = 0; step < 30; step++) {
                life.step(below);
            }
            Snapshot before = Snapshot.of(below, List.of());
            PreviewStore preview = new PreviewStore(below);
            for (int step = 0; step < 30; step++) {
                life.step(preview);
                if (step % 6 > 0) {
                    continue;
                }
                Loaded loaded = Money.load(preview, "P1");
                PastQuestions questions = life.questions();
                assertThat(questions.differences(loaded.past()))
                        .as("seed %s", seed)
                        .isEmpty();
            }
            Write.register(preview, "P0", "P3");
            assertThat(preview.participants("", 3)).containsExactly("P0", "P1", "P2");
            assertThat(preview.participants("P0", 9)).containsExactly("P1", "P2", "P3");
            assertThat(Snapshot.of(below, List.of()).changesSince(before)).isEmpty();
        }
    }
}
