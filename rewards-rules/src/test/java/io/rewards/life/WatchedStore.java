package io.rewards.life;

import io.rewards.decision.Outcome;
import io.rewards.effect.Effect;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventEvaluated;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.RaisedEvent;
import io.rewards.notification.Notification;
import io.rewards.run.RunRecord;
import io.rewards.store.InMemoryStore;
import io.rewards.store.OutcomeArchive;
import io.rewards.store.Recorded;
import io.rewards.store.StoreInFront;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A store in memory that tells of every write, before and after. For one thread. */
final class WatchedStore extends StoreInFront {

    /** What is written. */
    enum Write {
        EVENT,
        FOLLOW_UP,
        WAITING_EVENT,
        VISIT,
        RUN_RECORD,
        NOTIFICATION
    }

    /** Told around every write; what it throws goes through the engine. */
    interface Watcher {

        /** A write is about to take place. */
        default void before(Write write) {}

        /** Something was recorded. */
        default void recorded(Recorded recorded) {}

        /** A write has taken place. */
        default void after(Write write) {}
    }

    private final InMemoryStore store;
    private final Watcher watcher;

    WatchedStore(Watcher watcher) {
        this(watcher, new InMemoryStore());
    }

    private WatchedStore(Watcher watcher, InMemoryStore store) {
        super(store);
        this.watcher = watcher;
        this.store = store;
    }

    /** A store that forgets the verdicts of its outcomes once it has told of them, because they fill the memory. */
    static WatchedStore forgetful(Watcher watcher) {
        return new WatchedStore(watcher, new InMemoryStore(new WithoutVerdicts()));
    }

    InMemoryStore store() {
        return store;
    }

    @Override
    public boolean commit(Recorded recorded, Effect effect) {
        Write write = kind(recorded.event());
        watcher.before(write);
        boolean committed = super.commit(recorded, effect);
        if (committed) {
            watcher.recorded(recorded);
            watcher.after(write);
        }
        return committed;
    }

    @Override
    public void save(RunRecord run) {
        watched(Write.RUN_RECORD, () -> super.save(run));
    }

    @Override
    public void keep(List<Notification> notifications) {
        watched(Write.NOTIFICATION, () -> super.keep(notifications));
    }

    @Override
    public void delivered(String notification) {
        watched(Write.NOTIFICATION, () -> super.delivered(notification));
    }

    private void watched(Write kind, Runnable write) {
        watcher.before(kind);
        write.run();
        watcher.after(kind);
    }

    private static Write kind(CustomerEvent event) {
        if (event instanceof ParticipantVisited) {
            return Write.VISIT;
        }
        if (event instanceof EventEvaluated) {
            return Write.WAITING_EVENT;
        }
        return event instanceof RaisedEvent ? Write.FOLLOW_UP : Write.EVENT;
    }

    private static final class WithoutVerdicts implements OutcomeArchive {

        private final List<Recorded> kept = new ArrayList<>();

        @Override
        public long append(Recorded recorded) {
            Outcome outcome = recorded.outcome();
            kept.add(new Recorded(
                    recorded.event(),
                    new Outcome(
                            outcome.event(),
                            outcome.participant(),
                            outcome.status(),
                            outcome.processedOn(),
                            outcome.programme(),
                            outcome.pack(),
                            outcome.problems(),
                            List.of(),
                            outcome.total(),
                            List.of(),
                            outcome.payable(),
                            List.of(),
                            List.of(),
                            List.of(),
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
            return kept.size() - 1L;
        }

        @Override
        public Recorded read(long place) {
            return kept.get(Math.toIntExact(place));
        }
    }
}
