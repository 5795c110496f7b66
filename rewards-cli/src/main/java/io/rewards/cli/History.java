package io.rewards.cli;

import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What has happened by a moment: the events of a file before it, or all of them, with the runs between them; or what a
 * store holds. Not thread-safe.
 */
final class History {

    private final Optional<Instant> asOf;
    private final DailyRunTally ran;
    private final Optional<DailyRuns> runs;
    private EvaluationTally tally = new EvaluationTally();
    private Instant last = Instant.EPOCH;

    private History(CommandSpec spec, Session session, DailyRunOptions options, Optional<Instant> asOf) {
        this.asOf = asOf;
        ran = new DailyRunTally(session.when(), spec.commandLine().getErr());
        runs = options.runs(spec, session, ran);
    }

    /**
     * Has everything happen.
     *
     * @param asOf the moment; empty for that of the last event, or for now where a store is looked at
     */
    static History of(
            CommandSpec spec, Session session, Optional<Path> events, DailyRunOptions options, Optional<Instant> asOf)
            throws IOException {
        History history = new History(spec, session, options, asOf.or(session::moment));
        if (events.isPresent()) {
            history.tally = Evaluation.run(
                    session,
                    events.get(),
                    OutcomeFile.none(),
                    spec.commandLine().getErr(),
                    history.watcher());
            history.finish();
        }
        return history;
    }

    private Evaluation.Watcher watcher() {
        return new Evaluation.Watcher() {
            @Override
            public Replay.Instruction before(CustomerEvent event) {
                return History.this.before(event);
            }

            @Override
            public void look(CustomerEvent event, Outcome outcome) {}
        };
    }

    private Replay.Instruction before(CustomerEvent event) {
        Instant known = Session.knownOn(event);
        if (asOf.filter(known::isAfter).isPresent()) {
            return Replay.Instruction.SKIP;
        }
        last = known.isAfter(last) ? known : last;
        runs.ifPresent(daily -> daily.before(event));
        return Replay.Instruction.EVALUATE;
    }

    private void finish() {
        if (last.isAfter(Instant.EPOCH)) {
            runs.ifPresent(daily -> daily.through(end()));
        }
    }

    /** The moment to look at. */
    Instant end() {
        return asOf.orElse(last);
    }

    /** What that tells the shell, where {@code failed} says that something besides lines and runs has failed. */
    int exitCode(boolean failed) {
        return tally.exitCode(failed || ran.hasFailures());
    }
}
