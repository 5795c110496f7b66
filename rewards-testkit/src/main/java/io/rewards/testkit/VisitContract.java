package io.rewards.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rewards.store.Due;
import io.rewards.store.RewardsStore;
import io.rewards.store.Schedule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a run has to visit. */
public interface VisitContract extends StoreUnderTest {

    private static List<String> visits(RewardsStore store, LocalDate day) {
        return visits(store, "RUN", "S1", day);
    }

    private static List<String> visits(RewardsStore store, String run, String stamp, LocalDate day) {
        return store.due(new Due.Visit(run, stamp, day), "", 100);
    }

    private static void putOff(RewardsStore store, String participant) {
        store.putOff(
                participant, store.account(participant).orElseThrow().version(), new Schedule("RUN", "S1", Events.DAY));
    }

    /** Who was never put off is due at any run. */
    @Test
    default void everybodyIsDueAtFirst() {
        RewardsStore store = store();
        assertThat(visits(store, LocalDate.MIN)).isEmpty();
        Write.register(store, "P1", "P2");
        assertThat(visits(store, Events.DAY)).containsExactly("P1", "P2");
        assertThat(visits(store, LocalDate.of(1, 1, 1))).containsExactly("P1", "P2");
        assertThat(store.due(new Due.Visit("RUN", "S1", Events.DAY), "P1", 100)).containsExactly("P2");
        assertThat(store.due(new Due.Visit("RUN", "S1", Events.DAY), "", 1)).containsExactly("P1");
        assertThat(store.due(new Due.Visit("RUN", "S1", Events.DAY), "P2", 100)).isEmpty();
    }

    /** The day to which a visit is put off is the first on which it is due. */
    @Test
    default void whoIsPutOffIsDueAgainOnThatDay() {
        assumeTrue(keepsSchedules(), "The store puts off nobody.");
        RewardsStore store = store();
        Write.register(store, "P1", "P2");
        putOff(store, "P1");
        assertThat(visits(store, Events.DAY.minusDays(1))).containsExactly("P2");
        assertThat(visits(store, Events.DAY)).containsExactly("P1", "P2");
        assertThat(visits(store, Events.DAY.plusDays(1))).containsExactly("P1", "P2");
    }

    /** A later answer takes the place of an earlier one, also where it is sooner. */
    @Test
    default void theLatestScheduleOfARunCounts() {
        assumeTrue(keepsSchedules(), "The store puts off nobody.");
        RewardsStore store = store();
        Write.register(store, "P1");
        for (LocalDate next :
                List.of(Events.DAY, Events.DAY.plusDays(9), Events.DAY.minusDays(9), LocalDate.of(9999, 12, 31))) {
            store.putOff("P1", 1, new Schedule("RUN", "S1", next));
            assertThat(visits(store, next.minusDays(1))).isEmpty();
            assertThat(visits(store, next)).containsExactly("P1");
        }
        store.putOff("P1", 1, new Schedule("RUN", "S2", Events.DAY));
        assertThat(visits(store, "RUN", "S1", Events.DAY.minusDays(1))).containsExactly("P1");
        assertThat(visits(store, "RUN", "S2", Events.DAY.minusDays(1))).isEmpty();
    }

    /** Another programme, other rules, or another run have not put anybody off. */
    @Test
    default void anotherStampOrRunIsNotPutOff() {
        assumeTrue(keepsSchedules(), "The store puts off nobody.");
        RewardsStore store = store();
        Write.register(store, "P1");
        putOff(store, "P1");
        LocalDate before = Events.DAY.minusDays(1);
        assertThat(visits(store, "RUN", "S1", before)).isEmpty();
        assertThat(visits(store, "RUN", "S2", before)).containsExactly("P1");
        assertThat(visits(store, "RUN", "s1", before)).containsExactly("P1");
        assertThat(visits(store, "OTHER", "S1", before)).containsExactly("P1");
        store.putOff("P1", 1, new Schedule("OTHER", "S1", Events.DAY));
        assertThat(visits(store, "OTHER", "S1", before)).isEmpty();
        assertThat(visits(store, "RUN", "S1", before)).isEmpty();
    }

    /** Who decided on an account that has changed since puts off nobody. */
    @Test
    default void puttingOffAtAnotherVersionDoesNothing() {
        assumeTrue(keepsSchedules(), "The store puts off nobody.");
        RewardsStore store = store();
        Write.register(store, "P1");
        Write.next(store, "P1", "E1").must(store);
        for (long version : new long[] {0, 1, 3}) {
            store.putOff("P1", version, new Schedule("RUN", "S1", Events.DAY));
            assertThat(visits(store, Events.DAY.minusDays(1)))
                    .as("version %s", version)
                    .containsExactly("P1");
        }
        store.putOff("P1", 2, new Schedule("RUN", "S1", Events.DAY));
        assertThat(visits(store, Events.DAY.minusDays(1))).isEmpty();
        store.putOff("P1", 1, new Schedule("RUN", "S1", Events.DAY.minusDays(5)));
        assertThat(visits(store, Events.DAY.minusDays(1))).isEmpty();
    }

    /** Nobody is put off who is not there, not even for later. */
    @Test
    default void puttingOffAStrangerDoesNothing() {
        RewardsStore store = store();
        store.putOff("P1", 0, new Schedule("RUN", "S1", Events.DAY));
        store.putOff("P1", 1, new Schedule("RUN", "S1", Events.DAY));
        assertThat(visits(store, Events.DAY.plusDays(1))).isEmpty();
        Write.register(store, "P1");
        assertThat(visits(store, Events.DAY.minusDays(1))).containsExactly("P1");
    }

    /** An effect forgets what was put off only where it says so, and then of all runs. */
    @Test
    default void anEffectThatAsksForVisitsAnewForgetsWhatWasPutOff() {
        assumeTrue(keepsSchedules(), "The store puts off nobody.");
        RewardsStore store = store();
        Write.register(store, "P1", "P2");
        putOff(store, "P1");
        putOff(store, "P2");
        store.putOff("P1", 1, new Schedule("OTHER", "S1", Events.DAY));
        Write.next(store, "P1", "E1").must(store);
        assertThat(visits(store, Events.DAY.minusDays(1))).isEmpty();
        assertThat(Write.next(store, "P1", "E2").visitingAnew().at(9).to(store)).isFalse();
        assertThat(visits(store, Events.DAY.minusDays(1))).isEmpty();
        Write.next(store, "P1", "E3").visitingAnew().must(store);
        assertThat(visits(store, Events.DAY.minusDays(1))).containsExactly("P1");
        assertThat(visits(store, "OTHER", "S1", Events.DAY.minusDays(1))).containsExactly("P1", "P2");
        putOff(store, "P1");
        assertThat(visits(store, Events.DAY.minusDays(1))).isEmpty();
    }

    /** Pages of those who are not put off are in the natural order of ids. */
    @Test
    default void pagesOfVisitsAreInTheNaturalOrderOfIds() {
        assumeTrue(keepsSchedules(), "The store puts off nobody.");
        RewardsStore store = store();
        for (String participant : Events.ODD_IDS) {
            Write.register(store, participant, participant + "off");
            putOff(store, participant + "off");
        }
        Due.Visit visit = new Due.Visit("RUN", "S1", Events.DAY.minusDays(1));
        List<String> inOrder = Events.ODD_IDS.stream().sorted().toList();
        for (int most : new int[] {1, 3, 19, 20, 21}) {
            List<String> seen = new ArrayList<>();
            for (List<String> page = store.due(visit, "", most);
                    !page.isEmpty();
                    page = store.due(visit, page.get(page.size() - 1), most)) {
                seen.addAll(page);
            }
            assertThat(seen).as("pages of %s", most).isEqualTo(inOrder);
        }
    }
}
