package io.rewards.testkit;

import static io.rewards.testkit.Events.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.account.AccountCheck;
import io.rewards.account.Loaded;
import io.rewards.event.EventKey;
import io.rewards.past.AwardQuestion;
import io.rewards.past.Needs;
import io.rewards.past.Past;
import io.rewards.store.RewardsStore;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is over is answered as if every answer went through everything that ever happened. */
public interface PastContract extends StoreUnderTest {

    /** Nothing was ever over of somebody new. */
    @Test
    default void thePastOfSomebodyNewIsEmpty() {
        RewardsStore store = store();
        Write.register(store, "P1");
        Past past = Money.load(store, "P1").past();
        PastQuestions questions = new PastQuestions(new NaivePast(), Set.of(EventKey.of("E")), Set.of("code"), 1);
        assertThat(questions.differences(past)).isEmpty();
    }

    /** What is said to be needed is a hint, and changes no answer. */
    @Test
    default void whatIsNeededIsAHint() {
        RewardsStore store = store();
        Write.register(store, "P1");
        Money.award(Money.load(store, "P1"), "E1", eur("1.00"), Optional.empty())
                .must(store);
        Money.spend(Money.load(store, "P1"), "E2", eur("1.00"), Events.START).must(store);
        for (Needs needs : new Needs[] {
            Needs.NOTHING,
            new Needs(Set.of(EventKey.of("E1"), EventKey.of("E9")), Set.of("E1#A"), Set.of("code")),
            new Needs(Set.of(EventKey.of("E2")), Set.of("E9#A"), Set.of())
        }) {
            Past past = store.load("P1", needs).orElseThrow().past();
            assertThat(past.lot("E1#A")).isPresent();
            assertThat(past.sale(EventKey.of("E2"))).isPresent();
            assertThat(past.award("E1#A")).isPresent();
            assertThat(past.lotsOf(EventKey.of("E1"))).hasSize(1);
            assertThat(past.awards(AwardQuestion.of("A")).amount(Events.EUR)).isEqualTo(eur("1.00"));
        }
    }

    /**
     * After random awards, spends, returns, expirations, and counts that close and reopen, every answer is that of a past
     * which goes through lists.
     */
    @Test
    default void everyAnswerIsThatOfAPastThatGoesThroughLists() {
        long first = Long.getLong("rewards.testkit.seed", 1L);
        for (long seed = first; seed < first + 6; seed++) {
            String reproduce = "reproduce with -Drewards.testkit.seed=" + seed;
            RewardsStore store = store();
            Write.register(store, "P1");
            RandomLife life = new RandomLife(seed);
            for (int step = 1; step <= 60; step++) {
                life.step(store);
                if (step % 10 == 0) {
                    Loaded loaded = Money.load(store, "P1");
                    PastQuestions questions = life.questions();
                    assertThat(questions.differences(loaded.past()))
                            .as("step %s, %s", step, reproduce)
                            .isEmpty();
                }
            }
            if (keepsJournals()) {
                assertThat(AccountCheck.problems(store.records("P1").orElseThrow()))
                        .as(reproduce)
                        .isEmpty();
            }
        }
    }
}
