package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.kind.EventKinds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Decides the events of a file. */
@Command(
        name = "evaluate",
        description = {
            "Decides the events of a file, one after the other, and prints what came of them.",
            "A line that cannot be read is reported, and the next one goes on."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards evaluate --programme programme.yaml --events events.jsonl",
            "  rewards evaluate --programme programme.yaml --events events.jsonl --outcomes outcomes.jsonl",
            "  zcat events.gz | rewards evaluate --programme programme.yaml --events - --explain"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read; all others were decided.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DecisionOptions options;

    @Option(
            names = "--outcomes",
            paramLabel = "FILE",
            description = "Where to write the outcomes, one JSON object a line.")
    private @Nullable Path outcomes;

    @Option(names = "--explain", description = "Also print every event that offers wait for, with all verdicts.")
    private boolean explain;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path events = options.inputs().requiredEvents(spec);
        if (outcomes != null) {
            options.requireOther(spec, "--outcomes", outcomes);
        }
        try (Session session = options.open(spec);
                OutcomeFile file = OutcomeFile.open(outcomes)) {
            VerdictText text = new VerdictText(session.programme(), out);
            Evaluation.Watcher watcher = explain ? (event, outcome) -> print(session, text, event, outcome) : NOBODY;
            EvaluationTally tally =
                    Evaluation.run(session, events, file, spec.commandLine().getErr(), watcher);
            SummaryText.print(session, tally, out);
            return tally.exitCode(false);
        }
    }

    private static final Evaluation.Watcher NOBODY = (event, outcome) -> {};

    private void print(Session session, VerdictText text, CustomerEvent event, Outcome outcome) {
        if (EventKinds.triggers(event).isEmpty() && outcome.problems().isEmpty()) {
            return;
        }
        Optional<Account> account = session.store().account(event.participant());
        text.event(event, account.map(known -> known.participant().profile().name()));
        if (outcome.problems().isEmpty()) {
            text.verdicts(outcome.verdicts(), false);
            text.consequences(outcome);
        } else {
            text.problems(outcome.problems());
        }
        spec.commandLine().getOut().println();
    }
}
