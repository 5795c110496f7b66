package io.rewards.cli;

import io.rewards.decision.Outcome;
import io.rewards.engine.EventIdReusedException;
import io.rewards.event.CustomerEvent;
import io.rewards.jdbc.Refusals;
import io.rewards.problem.Problem;
import io.rewards.rules.RuleExecutionException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Feeds the lines of a file into a session, one at a time. */
final class Replay {

    /** What to do with an event that comes next. */
    enum Instruction {
        EVALUATE,
        SKIP,
        STOP
    }

    /** Is told what comes of every line. */
    interface Listener {

        /** Looks at an event before it is evaluated. */
        default Instruction before(CustomerEvent event) {
            return Instruction.EVALUATE;
        }

        /** The event was evaluated; {@code repeated} when it had been recorded before. */
        void evaluated(CustomerEvent event, Outcome outcome, boolean repeated) throws IOException;

        /** Nothing came of the line. */
        void failed(String where, List<Problem> problems);
    }

    private Replay() {}

    /** What is known of events that were refused before, by their lines. */
    interface Refused {

        /** Nothing is known, nor kept. */
        Refused NONE = new Refused() {
            @Override
            public Optional<Outcome> at(long line) {
                return Optional.empty();
            }

            @Override
            public void keep(long line, Outcome outcome) {}
        };

        /** What is known and kept by {@code refusals}. */
        static Refused of(Refusals refusals) {
            return new Refused() {
                @Override
                public Optional<Outcome> at(long line) {
                    return refusals.at(line);
                }

                @Override
                public void keep(long line, Outcome outcome) {
                    refusals.keep(line, outcome);
                }
            };
        }

        Optional<Outcome> at(long line);

        void keep(long line, Outcome outcome);
    }

    static void run(Session session, EventLines lines, Listener listener) throws IOException {
        run(session, lines, Refused.NONE, listener);
    }

    /** Events that are known to be refused stay so: they were decided when it was their turn. */
    static void run(Session session, EventLines lines, Refused refused, Listener listener) throws IOException {
        for (Optional<EventLines.Entry> entry = lines.next(); entry.isPresent(); entry = lines.next()) {
            Optional<CustomerEvent> event = entry.get().event().map(session::received);
            if (event.isEmpty()) {
                listener.failed(entry.get().where(), entry.get().problems());
                continue;
            }
            Instruction instruction = listener.before(event.get());
            if (instruction == Instruction.STOP) {
                return;
            }
            if (instruction == Instruction.EVALUATE) {
                Optional<Outcome> before = refused.at(entry.get().number());
                if (before.isPresent()) {
                    listener.evaluated(event.get(), before.get(), false);
                } else {
                    evaluate(session, event.get(), entry.get(), refused, listener);
                }
            }
        }
    }

    private static void evaluate(
            Session session, CustomerEvent event, EventLines.Entry entry, Refused refused, Listener listener)
            throws IOException {
        Outcome outcome;
        boolean repeated;
        try {
            repeated = session.isRecorded(event);
            outcome = session.evaluate(event);
        } catch (EventIdReusedException | RuleExecutionException e) {
            listener.failed(entry.where(), List.of(new Problem("", String.valueOf(e.getMessage()))));
            return;
        }
        if (outcome.status() == Outcome.Status.REFUSED) {
            refused.keep(entry.number(), outcome);
        }
        listener.evaluated(event, outcome, repeated);
    }
}
