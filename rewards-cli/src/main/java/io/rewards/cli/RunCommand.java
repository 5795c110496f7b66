package io.rewards.cli;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.RunDefinition;
import io.rewards.cli.Table.Side;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Executes evaluation runs. */
@Command(
        name = "run",
        description = {
            "Decides the events of a file, executes an evaluation run, and prints what it awarded.",
            "With --as-of one run, after the events before it; with --from, --through and --at one every day, between"
                    + " the events."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards run --programme programme.yaml --events events.jsonl --as-of 2025-06-01T02:00:00Z",
            "  rewards run --programme programme.yaml --events events.jsonl --as-of 2025-06-01T02:00:00Z --run NIGHTLY"
                    + " --preview",
            "  rewards run --programme programme.yaml --events events.jsonl --from 2025-01-01 --through 2025-12-31"
                    + " --at 02:00"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read, or a participant could not be decided; all others were.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class RunCommand implements Callable<Integer> {

    private static final String INDENT = "  ";

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--run",
            paramLabel = "CODE",
            description = "The run of the programme to execute; one over everything unless said.")
    private @Nullable String run;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = Inputs.InstantConverter.class,
            description = "What the run is about, such as 2025-06-01T02:00:00Z. Later events are left out.")
    private @Nullable Instant asOf;

    @Option(names = "--preview", description = "Says what the run would do, and records nothing; with --as-of.")
    private boolean preview;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Inputs.DayConverter.class,
            description = "The first day with a run, such as 2025-01-01.")
    private @Nullable LocalDate from;

    @Option(
            names = "--through",
            paramLabel = "DAY",
            converter = Inputs.DayConverter.class,
            description = "The last day with a run. Events after it are left out.")
    private @Nullable LocalDate through;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            converter = Inputs.TimeConverter.class,
            description = "When the runs take place, such as 02:00, on the clock of the programme.")
    private @Nullable LocalTime at;

    @Option(
            names = "--outcomes",
            paramLabel = "FILE",
            description =
                    "Where to write the outcomes of the events and of what the runs decided, one JSON object a line.")
    private @Nullable Path outcomes;

    @Mixin
    private ExportOptions export;

    private final TransactionRows recorded = new TransactionRows();

    @Override
    public Integer call() throws IOException {
        requireOneKind();
        export.check(spec, inputs);
        if (outcomes != null) {
            inputs.requireOther(spec, "--outcomes", outcomes);
        }
        try (Session session = preview ? inputs.preview(spec, Optional.empty()) : inputs.open(spec);
                OutcomeFile file = OutcomeFile.open(outcomes)) {
            RunDefinition definition = Runs.of(spec, session.programme(), run);
            SummaryText.heading(session, spec.commandLine().getOut());
            int code = asOf != null
                    ? runOnce(session, file, definition, asOf)
                    : daily(session, file, definition, required(at));
            export.write(TransactionRows.COLUMNS, recorded.rows());
            return code;
        }
    }

    private void requireOneKind() {
        boolean days = from != null || through != null || at != null;
        if (asOf == null && !days) {
            throw wrong("When to run is missing: --as-of, or --from, --through and --at.");
        }
        if (asOf != null && days) {
            throw wrong("--as-of is for one run, --from, --through and --at are for one every day; both were given.");
        }
        if (asOf == null && (from == null || through == null || at == null)) {
            throw wrong("A run every day needs --from, --through and --at.");
        }
        if (from != null && through != null && through.isBefore(from)) {
            throw wrong("The days (" + from + " through " + through + ") must not end before they start.");
        }
        if (preview && asOf == null) {
            throw wrong("--preview is for one run: --as-of.");
        }
    }

    private void decided(Outcome outcome, OutcomeFile file) {
        recorded.add(outcome);
        file.write(outcome);
    }

    private int runOnce(Session session, OutcomeFile file, RunDefinition definition, Instant instant)
            throws IOException {
        EvaluationTally tally = Evaluation.before(spec, session, inputs.events(), file, instant);
        Awards awards = new Awards();
        RunReport report;
        try (ConsoleProgress progress = ConsoleProgress.counting("Running")) {
            RunListener listener = new RunListener() {
                @Override
                public void progressed(long done, long all) {
                    progress.at(done, all);
                }

                @Override
                public void decided(Outcome outcome) {
                    awards.add(outcome.transactions());
                    RunCommand.this.decided(outcome, file);
                }
            };
            report = preview
                    ? session.engine().runs().previewRun(definition, instant, listener)
                    : session.engine().runs().run(definition, instant, listener);
        }
        print(session, report, awards);
        printNextDue(session, definition, instant);
        return tally.exitCode(!report.failures().isEmpty());
    }

    private void print(Session session, RunReport report, Awards awards) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.println(Printable.of((preview ? "Preview of run " : "Run ") + report.run() + " as of "
                + session.when().moment(report.asOf())));
        Table table = new Table(Side.LEFT, Side.RIGHT);
        table.row("events decided", Figures.of(report.events()));
        table.row("visits", Figures.of(report.visits()));
        table.row("awards", Figures.of(report.awards()));
        report.awarded().forEach(amount -> table.row("awarded", Figures.of(amount)));
        table.row("failures", Figures.of(report.failures().size()));
        table.print(out, INDENT);
        DailyRunTally failed =
                new DailyRunTally(session.when(), spec.commandLine().getErr());
        report.failures().forEach(failed::report);
        offers(session, awards);
    }

    private void offers(Session session, Awards awards) {
        if (awards.number() == 0) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        Table table = new Table(Side.LEFT, Side.RIGHT, Side.RIGHT);
        table.row("Offers", "awards", "awarded");
        session.programme().offers().stream()
                .sorted(Comparator.comparingLong(Offer::number))
                .filter(offer -> awards.number(offer.code()) > 0)
                .forEach(offer -> table.row(
                        INDENT + offer.code(),
                        Figures.of(awards.number(offer.code())),
                        awards.amount(offer.code()).map(Figures::of).orElse("-")));
        table.print(out, "");
    }

    private int daily(Session session, OutcomeFile file, RunDefinition definition, LocalTime time) throws IOException {
        DailyRunTally ran = new DailyRunTally(session.when(), spec.commandLine().getErr());
        DailyRuns runs = new DailyRuns(
                session, definition, Optional.of(required(from)), time, ran, outcome -> decided(outcome, file));
        Instant end = runs.instantOf(required(through));
        EvaluationTally tally = Evaluation.watched(spec, session, inputs.events(), file, between(runs, end));
        runs.through(end);
        Evaluation.printBefore(spec, session, inputs.events(), tally, end);
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.println(Printable.of("Run " + definition.code() + ", every day at " + time));
        ran.days().print(out, INDENT);
        out.println(INDENT + ran.total());
        offers(session, ran.awards());
        printNextDue(session, definition, end);
        return tally.exitCode(ran.hasFailures());
    }

    private static Evaluation.Watcher between(DailyRuns runs, Instant end) {
        return new Evaluation.Watcher() {
            @Override
            public Replay.Instruction before(CustomerEvent event) {
                if (!Session.knownOn(event).isBefore(end)) {
                    return Replay.Instruction.SKIP;
                }
                runs.before(event);
                return Replay.Instruction.EVALUATE;
            }

            @Override
            public void look(CustomerEvent event, Outcome outcome) {}
        };
    }

    private void printNextDue(Session session, RunDefinition definition, Instant instant) {
        definition.dueAfter(Optional.of(instant), session.when().zone()).ifPresent(due -> {
            spec.commandLine().getOut().println();
            spec.commandLine()
                    .getOut()
                    .println("The next run is due " + session.when().moment(due) + ".");
        });
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("requireOneKind has seen that the option is there.");
        }
        return value;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
