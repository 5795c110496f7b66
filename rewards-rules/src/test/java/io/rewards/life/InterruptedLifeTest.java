package io.rewards.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.life.WatchedStore.Write;
import io.rewards.store.Recorded;
import io.rewards.testkit.chance.Dice;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The same life again, and the same life on a machine that stops again and again just before a write or just after it:
 * a new engine on the surviving store goes on, and in the end everything is as if nothing had happened.
 */
class InterruptedLifeTest {

    private static final Story STORY = Stories.small();
    private static final Chronicle UNDISTURBED = Chronicle.of(STORY);
    private static final int FEWEST_INTERRUPTIONS = 200;

    @Test
    void theSameStoryAgainHasTheSameOutcomesByteForByte() {
        Story again = Stories.small();

        assertThat(again.programme()).as(STORY.reproduce()).isEqualTo(STORY.programme());
        assertThat(again.scenes()).as(STORY.reproduce()).isEqualTo(STORY.scenes());
        assertThat(Chronicle.of(again).outcomes()).as(STORY.reproduce()).isEqualTo(UNDISTURBED.outcomes());
    }

    @Test
    void interruptionsLeaveNoTrace() {
        List<Recorded> recorded = new ArrayList<>();
        PowerCuts cuts = new PowerCuts(Dice.of(STORY.seed(), -4), recorded);
        WatchedStore store = new WatchedStore(cuts);
        Life life = new Life(STORY.programme(), store);
        for (int place = 0; place < STORY.scenes().size(); place++) {
            Scene scene = STORY.scenes().get(place);
            cuts.around(scene);
            boolean done = false;
            while (!done) {
                done = uninterrupted(cuts, () -> life.live(scene));
                if (!done) {
                    recover(life, cuts);
                }
            }
            for (int i = Math.max(0, recorded.size() - 1); i < recorded.size(); i++) {
                assertThat(recorded.get(i))
                        .as(STORY.reproduce() + "\nscene " + place + ": " + scene + "\nafter " + cuts.made)
                        .isEqualTo(UNDISTURBED.recorded().get(i));
            }
        }

        Chronicle disturbed = Chronicle.of(STORY, store, recorded);
        assertThat(disturbed.recorded()).as(STORY.reproduce()).isEqualTo(UNDISTURBED.recorded());
        assertThat(disturbed.accounts()).as(STORY.reproduce()).isEqualTo(UNDISTURBED.accounts());
        assertThat(disturbed.runs()).as(STORY.reproduce()).isEqualTo(UNDISTURBED.runs());
        assertThat(disturbed.usages()).as(STORY.reproduce()).isEqualTo(UNDISTURBED.usages());
        assertThat(store.followUps(0, 1)).as(STORY.reproduce()).isEmpty();
        if (STORY.participants() >= 60 && STORY.days() >= 700) {
            assertThat(cuts.number())
                    .as(STORY.reproduce() + " " + cuts.made)
                    .isGreaterThanOrEqualTo(FEWEST_INTERRUPTIONS);
            assertThat(cuts.made)
                    .containsKeys(Write.EVENT, Write.FOLLOW_UP, Write.WAITING_EVENT, Write.VISIT, Write.RUN_RECORD);
        }
    }

    /** Another engine starts, as often as it takes. */
    private static void recover(Life life, PowerCuts cuts) {
        do {
            life.restart();
        } while (!uninterrupted(cuts, life::recover));
    }

    /** True when nothing was interrupted, not even something that the engine keeps for later and does not mention. */
    private static boolean uninterrupted(PowerCuts cuts, Runnable call) {
        int before = cuts.number();
        try {
            call.run();
        } catch (PowerCut | StoreOutOfReach e) {
            assertThat(cuts.number()).isGreaterThan(before);
        }
        return cuts.number() == before;
    }

    /** The machine stops. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The store cannot be reached, which an engine may survive. */
    private static final class StoreOutOfReach extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class PowerCuts implements WatchedStore.Watcher {

        private static final Map<Write, Integer> IN_TEN_THOUSAND = Map.of(
                Write.EVENT, 100,
                Write.FOLLOW_UP, 1_000,
                Write.WAITING_EVENT, 200,
                Write.VISIT, 400,
                Write.RUN_RECORD, 200,
                Write.NOTIFICATION, 200);

        private final Dice dice;
        private final List<Recorded> recorded;
        private final Map<Write, Integer> made = new EnumMap<>(Write.class);
        private boolean inRun;

        PowerCuts(Dice dice, List<Recorded> recorded) {
            this.dice = dice;
            this.recorded = recorded;
        }

        /** In a run only the machine stops: a store out of reach is a failure of one participant, and reported. */
        void around(Scene scene) {
            inRun = scene instanceof Scene.Run;
        }

        int number() {
            return made.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public void before(Write write) {
            maybe(write);
        }

        @Override
        public void recorded(Recorded news) {
            recorded.add(news);
        }

        @Override
        public void after(Write write) {
            maybe(write);
        }

        private void maybe(Write write) {
            if (dice.rarely(IN_TEN_THOUSAND.getOrDefault(write, 0))) {
                made.merge(write, 1, Integer::sum);
                if (inRun || dice.chance(50)) {
                    throw new PowerCut();
                }
                throw new StoreOutOfReach();
            }
        }
    }
}
