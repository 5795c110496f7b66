package io.rewards.cli;

import io.rewards.amount.Denomination;
import io.rewards.catalogue.Changeover;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Settings;
import io.rewards.cli.Table.Side;
import io.rewards.engine.ReloadReport;
import io.rewards.json.ProgrammeReader;
import io.rewards.report.Verification;
import io.rewards.run.ChangeoverReport;
import io.rewards.run.RunListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Rehearses a changeover to another currency, or of points that get other decimals. */
@Command(
        name = "changeover",
        description = {
            "Decides the events of a file, changes everything that participants hold over to the denomination of the next"
                    + " programme, checks all wallets and journals before and after, and takes the next programme.",
            "What changes is the currency, or where that stays, the points whose decimals the next programme changes."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Example:",
            "  rewards changeover --programme lev.yaml --events events.jsonl --next euro.yaml --rate 1.95583"
                    + " --as-of 2025-12-31T22:00:00Z"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read, a participant could not be reached, or something is wrong with a wallet or a"
                    + " journal.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ChangeoverCommand implements Callable<Integer> {

    private static final String INDENT = "  ";

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--next",
            required = true,
            paramLabel = "FILE",
            description = "The programme in the new denomination.")
    private Path nextFile;

    @Option(
            names = "--rate",
            required = true,
            paramLabel = "NUMBER",
            description =
                    "How many of the old denomination are one of the new, such as 1.95583; 1 where only decimals change.")
    private BigDecimal rate;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "INSTANT",
            converter = Inputs.InstantConverter.class,
            description = "When it happens, such as 2025-12-31T22:00:00Z. Later events are left out.")
    private Instant asOf;

    @Override
    public Integer call() throws IOException {
        Inputs.requireFile(spec, "--next", nextFile);
        Programme next = ProgrammeReader.read(nextFile);
        try (Session session = inputs.open(spec)) {
            Changeover changeover = changeover(session.programme().settings(), next.settings());
            PrintWriter out = spec.commandLine().getOut();
            SummaryText.heading(session, out);
            EvaluationTally tally = Evaluation.before(spec, session, inputs.events(), OutcomeFile.none(), asOf);
            Verification before = session.engine().ledger().verify();
            ChangeoverReport report = session.engine().runs().changeover(changeover, RunListener.NONE);
            ReloadReport reload = report.ended() ? session.engine().reload(next) : new ReloadReport(List.of());
            Verification after = session.engine().ledger().verify();
            print(session, report, reload);
            problems(before, "before");
            problems(after, "after");
            return tally.exitCode(!report.ended() || !before.isWell() || !after.isWell());
        }
    }

    private Changeover changeover(Settings now, Settings next) {
        try {
            if (!now.currency().equals(next.currency())) {
                return new Changeover(now.currency(), next.currency(), rate, asOf);
            }
            List<Changeover> found = new ArrayList<>();
            for (Denomination points : now.points()) {
                Optional<Denomination> other =
                        next.denomination(points.code()).filter(changed -> !changed.equals(points));
                other.ifPresent(changed -> found.add(new Changeover(points, changed, rate, asOf)));
            }
            if (found.size() == 1) {
                return found.get(0);
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
        throw new ParameterException(
                spec.commandLine(),
                "The programme (" + nextFile + ") must change the currency, or the decimals of one kind of points.");
    }

    private void print(Session session, ChangeoverReport report, ReloadReport reload) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        Changeover changeover = report.changeover();
        out.println("Changeover from " + changeover.from() + " to " + changeover.to() + " as of "
                + session.when().moment(changeover.asOf()));
        Table table = new Table(Side.LEFT, Side.RIGHT);
        table.row("participants", Figures.of(report.participants()));
        table.row("before", Figures.of(report.before()));
        table.row("after", Figures.of(report.after()));
        table.row("failures", Figures.of(report.failures().size()));
        table.print(out, INDENT);
        DailyRunTally failed =
                new DailyRunTally(session.when(), spec.commandLine().getErr());
        report.failures().forEach(failed::report);
        reload.warnings().forEach(warning -> out.println(Printable.of("warning  " + warning)));
    }

    private void problems(Verification verification, String when) {
        verification
                .problems()
                .forEach(problem ->
                        spec.commandLine().getErr().println(Printable.of(when + " the changeover: " + problem)));
    }
}
