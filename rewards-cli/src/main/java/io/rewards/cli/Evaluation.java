package io.rewards.cli;

import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.jdbc.Refusals;
import io.rewards.json.EventReader;
import io.rewards.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Evaluates a file of events, counts what comes of them, and writes the outcomes where that is wanted. */
final class Evaluation {

    /** Looks at every outcome as it comes. */
    @FunctionalInterface
    interface Watcher {

        /** Looks at an event before it is evaluated. */
        default Replay.Instruction before(CustomerEvent event) {
            return Replay.Instruction.EVALUATE;
        }

        void look(CustomerEvent event, Outcome outcome);
    }

    private Evaluation() {}

    /** Evaluates the events that came to be known before {@code instant}. */
    static Watcher knownBefore(Instant instant) {
        return new Watcher() {
            @Override
            public Replay.Instruction before(CustomerEvent event) {
                return Session.knownOn(event).isBefore(instant) ? Replay.Instruction.EVALUATE : Replay.Instruction.SKIP;
            }

            @Override
            public void look(CustomerEvent event, Outcome outcome) {}
        };
    }

    /** Evaluates the events that came to be known before {@code instant}, where there are any, and says how many. */
    static EvaluationTally before(
            CommandSpec spec, Session session, Optional<Path> events, OutcomeFile outcomes, Instant instant)
            throws IOException {
        EvaluationTally tally = watched(spec, session, events, outcomes, knownBefore(instant));
        printBefore(spec, session, events, tally, instant);
        return tally;
    }

    /** Evaluates the events of a file, where there is one. */
    static EvaluationTally watched(
            CommandSpec spec, Session session, Optional<Path> events, OutcomeFile outcomes, Watcher watcher)
            throws IOException {
        return events.isPresent()
                ? run(session, events.get(), outcomes, spec.commandLine().getErr(), watcher)
                : new EvaluationTally();
    }

    /** Says how many events of a file there were before {@code instant}. */
    static void printBefore(
            CommandSpec spec, Session session, Optional<Path> events, EvaluationTally tally, Instant instant) {
        if (events.isPresent()) {
            spec.commandLine()
                    .getOut()
                    .println(Figures.of(tally.all(), "event") + " before "
                            + session.when().moment(instant) + tally.otherFates());
        }
    }

    static EvaluationTally run(Session session, Path events, OutcomeFile outcomes, PrintWriter err, Watcher watcher)
            throws IOException {
        EvaluationTally tally = new EvaluationTally();
        FailureText failures = new FailureText(err);
        Optional<Refusals> refusals = session.refusals(events);
        try (EventLines lines = EventLines.open(events, new EventReader(session.programme()));
                ConsoleProgress progress = ConsoleProgress.over("Evaluating", events)) {
            Replay.Refused refused = refusals.map(Replay.Refused::of).orElse(Replay.Refused.NONE);
            Replay.run(session, lines, refused, new Replay.Listener() {
                @Override
                public Replay.Instruction before(CustomerEvent event) {
                    return watcher.before(event);
                }

                @Override
                public void evaluated(CustomerEvent event, Outcome outcome, boolean repeated) throws IOException {
                    tally.add(event, outcome, repeated);
                    outcomes.write(outcome);
                    watcher.look(event, outcome);
                    progress.at(lines.bytesRead());
                }

                @Override
                public void failed(String where, List<Problem> problems) {
                    tally.addBroken();
                    failures.print(where, problems);
                }
            });
        }
        refusals.ifPresent(Refusals::forget);
        return tally;
    }
}
