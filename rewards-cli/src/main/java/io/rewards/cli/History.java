package io.rewards.cli;

import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The events before a moment, or all of them, with the runs between them. Not thread-safe. */
final class History implements Evaluation.Watcher {

    private final Optional<Instant> asOf;
    private final DailyRunTally tally;
    private final Optional<DailyRuns> runs;
    private Instant last = Instant.EPOCH;

    /**
     * What a file tells.
     *
     * @param asOf the moment; empty for that of the last event
     */
    History(CommandSpec spec, Session session, DailyRunOptions options, Optional<Instant> asOf) {
        this.asOf = asOf;
        tally = new DailyRunTally(session.when(), spec.commandLine().getErr());
        runs = options.runs(spec, session, tally);
    }

    @Override
    public Replay.Instruction before(CustomerEvent event) {
        Instant known = Session.knownOn(event);
        if (asOf.filter(known::isAfter).isPresent()) {
            return Replay.Instruction.SKIP;
        }
        last = known.isAfter(last) ? known : last;
        runs.ifPresent(daily -> daily.before(event));
        return Replay.Instruction.EVALUATE;
    }

    @Override
    public void look(CustomerEvent event, Outcome outcome) {}

    /** The moment to look at, after all that is due by then. */
    Instant end() {
        Instant end = asOf.orElse(last);
        if (last.isAfter(Instant.EPOCH)) {
            runs.ifPresent(daily -> daily.through(end));
        }
        return end;
    }

    boolean hasFailures() {
        return tally.hasFailures();
    }
}
