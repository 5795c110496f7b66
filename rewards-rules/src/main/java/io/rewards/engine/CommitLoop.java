package io.rewards.engine;

import io.rewards.account.FollowUp;
import io.rewards.account.Loaded;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.event.RaisedEvent;
import io.rewards.kind.EventKinds;
import io.rewards.store.ConsistentRead;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was decided, deciding again as often as another thread was faster, and applies what follows from it for
 * others. Thread-safe where its watcher is.
 */
final class CommitLoop implements Claims.Queue<FollowUp> {

    private static final Logger LOG = LoggerFactory.getLogger(CommitLoop.class);
    private static final int MOST_TRIES = 200;
    private static final long SHORTEST_PAUSE_IN_MICROS = 50;
    private static final int MOST_DOUBLINGS = 10;
    private static final int AT_ONCE = 100;

    /** Is told what the loop does. */
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
    private final Turns turns;
    private final Supplier<Corridor> current;
    private final InstantSource clock;
    private final Observation observation;
    private final Watcher watcher;

    CommitLoop(Workplace workplace, Watcher watcher) {
        store = workplace.store();
        turns = workplace.turns();
        current = workplace.current();
        clock = workplace.clock();
        observation = workplace.observation();
        this.watcher = watcher;
    }

    /**
     * Decides and writes until the store takes it; then tells of it, and applies what follows for others.
     *
     * @param event about a participant, whose turn it is
     * @param deciding a decision on the store as it is now; empty where there is nothing left to decide
     * @throws IllegalStateException when the store refuses again and again
     */
    Optional<Decision> write(CustomerEvent event, Supplier<Optional<Decision>> deciding) {
        Optional<Decision> decision = writeAlone(event, deciding);
        decision.ifPresent(made -> made.effect().ifPresent(written -> tell(made, written)));
        return decision;
    }

    /** The same, without telling of it: what follows for others stays in the store until it is applied. */
    Optional<Decision> writeAlone(CustomerEvent event, Supplier<Optional<Decision>> deciding) {
        return observation.isOn() ? observation.watching(event, deciding, this::inTurn) : inTurn(event, deciding);
    }

    private Optional<Decision> inTurn(CustomerEvent event, Supplier<Optional<Decision>> deciding) {
        return turns.taking(event.participant(), () -> written(event, deciding));
    }

    private Optional<Decision> written(CustomerEvent event, Supplier<Optional<Decision>> deciding) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Decision> decision = ConsistentRead.of(deciding);
            Optional<Effect> effect = decision.flatMap(Decision::effect);
            if (effect.isEmpty() || store.commit(decision.get().recorded(), effect.get())) {
                return decision;
            }
            observation.conflicted(event);
            pause(tries);
        }
        throw new IllegalStateException("The store refused to commit event (" + event.key() + ") " + MOST_TRIES
                + " times. Maybe it does not see its own writes, or others write to the same account without end. Nothing"
                + " was written; send the event again.");
    }

    /** Longer and longer, and by chance, so that those who are in each other's way part. */
    private static void pause(int tries) {
        long most = SHORTEST_PAUSE_IN_MICROS << Math.min(tries, MOST_DOUBLINGS);
        LockSupport.parkNanos(
                TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextLong(most) + 1));
    }

    private void tell(Decision decision, Effect written) {
        watcher.written(decision);
        written.followUps().forEach(this::tried);
    }

    /** Applies the follow-ups that no other worker is applying, and says how many; one that fails stays. */
    long applyShared() {
        AtomicLong applied = new AtomicLong();
        Claims.each(this, clock, followUp -> {
            boolean done = tried(followUp);
            applied.addAndGet(done ? 1 : 0);
            return done;
        });
        return applied.get();
    }

    @Override
    public List<Kept<FollowUp>> claim(long after, int most, Lease lease) {
        return store.claimFollowUps(after, most, lease);
    }

    @Override
    public void letGo(FollowUp followUp, Lease lease) {
        store.letGo(followUp.event().key(), lease);
    }

    /**
     * Applies all follow-ups that the store keeps, whoever has them, because what comes next counts on it; one that fails
     * stays, and the others go on. What two apply at once is applied once.
     */
    void applyAll() {
        long last = 0;
        for (List<Kept<FollowUp>> page = store.followUps(last, AT_ONCE);
                !page.isEmpty();
                page = store.followUps(last, AT_ONCE)) {
            for (Kept<FollowUp> kept : page) {
                tried(kept.what());
                last = kept.number();
            }
        }
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
        RaisedEvent event = followUp.event();
        Instant processedOn = event.header().receivedOn().orElse(event.performedOn());
        write(event, () -> {
            Optional<Loaded> loaded = store.load(event.participant(), EventKinds.needs(event));
            Optional<Recorded> recorded = store.recorded(event.key());
            if (recorded.isPresent()) {
                settle(followUp, recorded.get().event());
                return Optional.empty();
            }
            return Optional.of(UndecidedException.decided(
                    () -> current.get().apply(followUp, loaded.orElseThrow(missing(followUp)), processedOn)));
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
