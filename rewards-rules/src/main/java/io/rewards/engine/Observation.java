package io.rewards.engine;

import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.kind.EventKinds;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the observer of the host what happens, and lets nothing of what it throws through. Thread-safe.
 */
final class Observation {

    static final Observation NONE = new Observation(EngineObserver.NONE, Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(Observation.class);

    private final EngineObserver observer;
    private final Optional<LongSupplier> nanos;
    private final AtomicBoolean logged = new AtomicBoolean();

    /**
     * Tells {@code observer}.
     *
     * @param nanos the time of the host, which only differences are taken of
     */
    Observation(EngineObserver observer, Optional<LongSupplier> nanos) {
        this.observer = observer;
        this.nanos = nanos;
    }

    /** False where nobody listens. */
    boolean isOn() {
        return observer != EngineObserver.NONE;
    }

    /** Evaluates by {@code evaluating}, which decides by what it is given, and tells of it. */
    Optional<Decision> watching(
            CustomerEvent event,
            Supplier<Optional<Decision>> deciding,
            BiFunction<CustomerEvent, Supplier<Optional<Decision>>, Optional<Decision>> evaluating) {
        String kind = EventKinds.of(event).word();
        OptionalLong start = time();
        AtomicBoolean again = new AtomicBoolean();
        Supplier<Optional<Decision>> counting = () -> {
            if (again.getAndSet(true)) {
                tell(told -> told.retried(kind));
            }
            return deciding.get();
        };
        Optional<Decision> decision;
        try {
            decision = evaluating.apply(event, counting);
        } catch (RuntimeException | Error e) {
            tell(told -> told.failed(kind));
            throw e;
        }
        decision.ifPresent(made -> evaluated(kind, made, start));
        return decision;
    }

    private void evaluated(String kind, Decision made, OptionalLong start) {
        Outcome outcome = made.outcome();
        boolean recorded = made.effect().isPresent();
        long granted = recorded ? outcome.granted().count() : 0;
        long declined = recorded ? outcome.declined().count() : 0;
        OptionalLong end = start.isPresent() ? time() : OptionalLong.empty();
        OptionalLong took = end.isPresent() ? OptionalLong.of(end.getAsLong() - start.getAsLong()) : end;
        tell(told -> told.evaluated(new Evaluation(kind, outcome.status(), recorded, granted, declined, took)));
    }

    /** The outcome of an event that was refused at the door. */
    Outcome refused(CustomerEvent event, Outcome outcome) {
        if (isOn()) {
            String kind = EventKinds.of(event).word();
            tell(told -> told.evaluated(new Evaluation(kind, outcome.status(), false, 0, 0, OptionalLong.empty())));
        }
        return outcome;
    }

    void conflicted(CustomerEvent event) {
        if (isOn()) {
            tell(told -> told.conflicted(EventKinds.of(event).word()));
        }
    }

    /** What is left in the store of {@code workplace}. */
    void outbox(Workplace workplace) {
        if (isOn()) {
            tell(told -> told.waiting(
                    OutboxLag.of(workplace.store(), workplace.clock().instant())));
        }
    }

    /** Takes what {@code reload} takes, or refuses as it does. */
    <T> T reloading(EngineObserver.Part part, Supplier<T> reload) {
        T taken;
        try {
            taken = reload.get();
        } catch (RuntimeException | Error e) {
            tell(told -> told.reloaded(part, false));
            throw e;
        }
        tell(told -> told.reloaded(part, true));
        return taken;
    }

    private OptionalLong time() {
        try {
            return nanos.isPresent() ? OptionalLong.of(nanos.get().getAsLong()) : OptionalLong.empty();
        } catch (RuntimeException | LinkageError e) {
            log(e);
            return OptionalLong.empty();
        }
    }

    private void tell(Consumer<EngineObserver> what) {
        try {
            what.accept(observer);
        } catch (RuntimeException | LinkageError e) {
            log(e);
        }
    }

    private void log(Throwable e) {
        if (!logged.getAndSet(true)) {
            LOG.warn("The observer of the engine fails. It is told on; what it throws from now on is not logged.", e);
        }
    }
}
