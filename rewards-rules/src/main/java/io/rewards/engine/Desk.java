package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.decision.Lookups;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was decided, deciding again as often as another thread was faster, and applies what follows from it for
 * others. Thread-safe where its watcher is.
 */
final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final int MOST_TRIES = 100_000;
    private static final int AT_ONCE = 100;

    /** Is told what a desk does. */
    interface Watcher {

        /** Tells the log of what fails. */
        Watcher LOGGING = (followUp, e) -> LOG.error(
                "The follow-up ({}) could not be applied and is kept.",
                followUp.event().key(),
                e);

        /** This decision was written. */
        default void written(Decision decision) {}

        /** The follow-up could not be applied and is kept. */
        void notApplied(FollowUp followUp, RuntimeException e);
    }

    private final RewardsStore store;
    private final Lookups lookups;
    private final Supplier<Generation> current;
    private final Watcher watcher;

    Desk(RewardsStore store, Lookups lookups, Supplier<Generation> current, Watcher watcher) {
        this.store = store;
        this.lookups = lookups;
        this.current = current;
        this.watcher = watcher;
    }

    /**
     * Decides and writes until the store takes it.
     *
     * @param deciding a decision on the store as it is now; empty where there is nothing left to decide
     */
    Optional<Decision> write(EventKey key, Supplier<Optional<Decision>> deciding) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Decision> decision = deciding.get();
            if (decision.flatMap(Decision::changes)
                    .filter(changes -> !store.commit(changes))
                    .isEmpty()) {
                decision.filter(made -> made.changes().isPresent()).ifPresent(this::tell);
                return decision;
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("The store refused to commit event (" + key + ") " + MOST_TRIES
                + " times. Maybe it does not see its own writes.");
    }

    private void tell(Decision written) {
        watcher.written(written);
        written.changes().orElseThrow().followUps().forEach(this::tried);
    }

    /** Applies the follow-ups that the store keeps, and says how many; one that fails stays, and the others go on. */
    long applyAll() {
        long applied = 0;
        Set<EventKey> tried = new HashSet<>();
        for (List<FollowUp> kept = untried(tried); !kept.isEmpty(); kept = untried(tried)) {
            for (FollowUp followUp : kept) {
                tried.add(followUp.event().key());
                applied += tried(followUp) ? 1 : 0;
            }
        }
        return applied;
    }

    /** Those that were tried and still are there come first, so as many more are asked for. */
    private List<FollowUp> untried(Set<EventKey> tried) {
        return store.followUps(tried.size() + AT_ONCE).stream()
                .filter(followUp -> !tried.contains(followUp.event().key()))
                .toList();
    }

    /** What was decided is written and stays; a follow-up that cannot be applied now is kept. */
    private boolean tried(FollowUp followUp) {
        try {
            apply(followUp);
            return true;
        } catch (RuntimeException e) {
            watcher.notApplied(followUp, e);
            return false;
        }
    }

    private void apply(FollowUp followUp) {
        EventKey key = followUp.event().key();
        Instant processedOn =
                followUp.event().header().receivedOn().orElse(followUp.event().performedOn());
        write(key, () -> {
            Optional<Recorded> recorded = store.recorded(key);
            if (recorded.isPresent()) {
                settle(followUp, recorded.get().event());
                return Optional.empty();
            }
            Optional<Account> account = store.account(followUp.event().participant());
            return Optional.of(UndecidedException.decided(
                    () -> current.get().apply(followUp, account.orElseThrow(missing(followUp)), processedOn, lookups)));
        });
    }

    /** What was applied already is forgotten; another event under its key is none of its own. */
    private void settle(FollowUp followUp, CustomerEvent recorded) {
        EventKey key = followUp.event().key();
        if (!recorded.equals(followUp.event())) {
            throw new UndecidedException(new IllegalStateException("The follow-up (" + key
                    + ") cannot be applied: an event with other content is recorded under its key. It is kept, and what"
                    + " it carries has not come to participant ("
                    + followUp.event().participant()
                    + "). Compare it with the event, and give by hand what is missing."));
        }
        store.forget(key);
    }

    private static Supplier<IllegalStateException> missing(FollowUp followUp) {
        return () -> new IllegalStateException("The follow-up ("
                + followUp.event().key()
                + ") cannot be applied: the participant (" + followUp.event().participant()
                + ") is not registered. Register that one, and apply the follow-ups again.");
    }
}
