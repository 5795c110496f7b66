package io.rewards.cli;

import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.json.EventReader;
import io.rewards.json.OutcomeWriter;
import io.rewards.problem.Problem;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    static EvaluationTally run(Session session, Path events, @Nullable Path outcomes, PrintWriter err, Watcher watcher)
            throws IOException {
        EvaluationTally tally = new EvaluationTally();
        FailureText failures = new FailureText(err);
        try (EventLines lines = EventLines.open(events, new EventReader(session.programme()));
                OutcomeFile file = new OutcomeFile(outcomes);
                ConsoleProgress progress = ConsoleProgress.over("Evaluating", events)) {
            Replay.run(session, lines, new Replay.Listener() {
                @Override
                public Replay.Instruction before(CustomerEvent event) {
                    return watcher.before(event);
                }

                @Override
                public void evaluated(CustomerEvent event, Outcome outcome, boolean repeated) throws IOException {
                    tally.add(event, outcome, repeated);
                    file.write(outcome);
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

    /** One outcome a line, or nothing where no file is wanted. For one thread. */
    private static final class OutcomeFile implements Closeable {

        private final @Nullable BufferedWriter writer;

        OutcomeFile(@Nullable Path file) throws IOException {
            writer = file == null ? null : Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        }

        void write(Outcome outcome) throws IOException {
            if (writer != null) {
                writer.write(OutcomeWriter.write(outcome));
                writer.write('\n');
            }
        }

        @Override
        public void close() throws IOException {
            if (writer != null) {
                writer.close();
            }
        }
    }
}
