package io.rewards.cli;

import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.json.EventReader;
import io.rewards.problem.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

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

    static EvaluationTally run(Session session, Path events, OutcomeFile outcomes, PrintWriter err, Watcher watcher)
            throws IOException {
        EvaluationTally tally = new EvaluationTally();
        FailureText failures = new FailureText(err);
        try (EventLines lines = EventLines.open(events, new EventReader(session.programme()));
                ConsoleProgress progress = ConsoleProgress.over("Evaluating", events)) {
            Replay.run(session, lines, new Replay.Listener() {
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
        return tally;
    }
}
