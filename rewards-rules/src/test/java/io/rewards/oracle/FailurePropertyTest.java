package io.rewards.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rewards.decision.Answer;
import io.rewards.decision.Candidate;
import io.rewards.decision.Outcome;
import io.rewards.engine.StoppingStore;
import io.rewards.event.CustomerEvent;
import io.rewards.rules.AttributeUse;
import io.rewards.rules.RuleSet;
import io.rewards.store.InMemoryStore;
import io.rewards.store.OutcomeArchive;
import io.rewards.store.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What fails has changed nothing: the same event can be sent again and is decided as if nothing had happened. */
class FailurePropertyTest {

    private int failures;

    private static final class Breakdown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** A switch that the parts below ask. */
    private static final class Fuse {
        private boolean blown;

        void check() {
            if (blown) {
                throw new Breakdown();
            }
        }
    }

    private record FragileRules(RuleSet inner, Fuse fuse) implements RuleSet {

        @Override
        public List<Answer> answer(List<Candidate> candidates) {
            fuse.check();
            return inner.answer(candidates);
        }

        @Override
        public String hash() {
            return inner.hash();
        }

        @Override
        public Set<String> ruleIds() {
            return inner.ruleIds();
        }

        @Override
        public Set<AttributeUse> attributeUses() {
            return inner.attributeUses();
        }
    }

    private record FragileArchive(List<Recorded> kept, Fuse fuse) implements OutcomeArchive {

        @Override
        public long append(Recorded recorded) {
            fuse.check();
            kept.add(recorded);
            return kept.size() - 1L;
        }

        @Override
        public Recorded read(long place) {
            return kept.get((int) place);
        }
    }

    @Test
    void aStoreThatFailsToCommitHasChangedNothing() {
        Cases.histories(25, history -> {
            Fuse fuse = new Fuse();
            InMemoryStore store = new InMemoryStore();
            Shopkeeper fragile =
                    Shopkeeper.of(history, Shopkeeper.DROOLS, StoppingStore.before(store, unused -> fuse.check()));
            failures += changesNothing(history, fuse, store, fragile);
        });
        assertThat(failures).isPositive();
    }

    @Test
    void rulesThatFailHaveChangedNothing() {
        Cases.histories(25, history -> {
            Fuse fuse = new Fuse();
            InMemoryStore store = new InMemoryStore();
            Shopkeeper fragile = Shopkeeper.of(history, new FragileRules(Shopkeeper.DROOLS, fuse), store);
            failures += changesNothing(history, fuse, store, fragile);
        });
        assertThat(failures).isPositive();
    }

    @Test
    void anArchiveThatFailsHasChangedNothing() {
        Cases.histories(25, history -> {
            Fuse fuse = new Fuse();
            InMemoryStore store = new InMemoryStore(new FragileArchive(new ArrayList<>(), fuse));
            Shopkeeper fragile = Shopkeeper.of(history, Shopkeeper.DROOLS, store);
            failures += changesNothing(history, fuse, store, fragile);
        });
        assertThat(failures).isPositive();
    }

    private static int changesNothing(History history, Fuse fuse, InMemoryStore store, Shopkeeper fragile) {
        Shopkeeper untroubled = Shopkeeper.of(history, Shopkeeper.DROOLS);
        int[] failed = {0};
        Cases.events(history.events(), event -> {
            StoreState before = StoreState.of(store, history.programme(), history.events());
            fuse.blown = true;
            Optional<Outcome> outcome;
            try {
                outcome = fragile.evaluate(event);
            } catch (Breakdown e) {
                failed[0]++;
                assertThat(StoreState.of(store, history.programme(), history.events()))
                        .isEqualTo(before);
                fuse.blown = false;
                outcome = fragile.evaluate(event);
            }
            assertThat(outcome).isEqualTo(untroubled.evaluate(event));
        });
        return failed[0];
    }

    @Test
    void aFailureIsNotTakenForAnAnswer() {
        History history = History.of(1);
        Fuse fuse = new Fuse();
        fuse.blown = true;
        Shopkeeper fragile = Shopkeeper.of(
                history, Shopkeeper.DROOLS, StoppingStore.before(new InMemoryStore(), unused -> fuse.check()));
        CustomerEvent registration = history.events().get(0);
        assertThatThrownBy(() -> fragile.evaluate(registration)).isInstanceOf(Breakdown.class);
    }
}
