package io.rewards.cli;

import io.rewards.catalogue.RunDefinition;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.ledger.Transaction;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A run every day, between the events of a file, and after it the one that takes out what was not spent in time. For one
 * thread.
 */
final class DailyRuns {

    /** Is told what every run did. */
    interface Watcher {
        void look(LocalDate day, RunReport report, List<Transaction> transactions);

        /** What was not spent in time and is taken out. */
        void expired(LocalDate day, ExpirationReport report);
    }

    private final Session session;
    private final RunDefinition definition;
    private final LocalTime at;
    private final Watcher watcher;
    private final Consumer<Outcome> outcomes;
    private @Nullable LocalDate next;

    /**
     * Runs from a day on.
     *
     * @param first day with a run; empty for the first after the first event
     * @param at time of the day on the clock of the programme
     * @param outcomes is given what came of all that the runs decided
     */
    DailyRuns(
            Session session,
            RunDefinition definition,
            Optional<LocalDate> first,
            LocalTime at,
            Watcher watcher,
            Consumer<Outcome> outcomes) {
        this.session = session;
        this.definition = definition;
        this.at = at;
        this.watcher = watcher;
        this.outcomes = outcomes;
        next = first.orElse(null);
    }

    /** Runs what is due by the time {@code event} came to be known; a run at the very instant comes first. */
    void before(CustomerEvent event) {
        through(Session.knownOn(event));
    }

    /** Runs what is due through {@code instant}. */
    void through(Instant instant) {
        if (next == null) {
            LocalDate today = session.when().dayOf(instant);
            next = instantOf(today).isAfter(instant) ? today : today.plusDays(1);
        }
        while (!instantOf(next).isAfter(instant)) {
            run(next);
            next = next.plusDays(1);
        }
    }

    /** When the run of {@code day} is due. */
    Instant instantOf(LocalDate day) {
        return day.atTime(at).atZone(session.when().zone()).toInstant();
    }

    /** A store may have had the run of a later day: of one that is over, nothing is to be done. */
    private boolean isOver(Instant instant) {
        return session.store()
                .latestRun(definition.code())
                .filter(latest -> latest.asOf().isAfter(instant))
                .isPresent();
    }

    private void run(LocalDate day) {
        if (isOver(instantOf(day))) {
            return;
        }
        List<Transaction> recorded = new ArrayList<>();
        RunReport report = session.engine().runs().run(definition, instantOf(day), new RunListener() {
            @Override
            public void decided(Outcome outcome) {
                recorded.addAll(outcome.transactions());
                outcomes.accept(outcome);
            }
        });
        watcher.look(day, report, recorded);
        watcher.expired(day, session.engine().runs().expire(instantOf(day), new RunListener() {
            @Override
            public void decided(Outcome outcome) {
                outcomes.accept(outcome);
            }
        }));
    }
}
