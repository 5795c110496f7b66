package io.rewards.cli;

import io.rewards.cli.Table.Side;
import io.rewards.decision.Outcome;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunListener;
import io.rewards.wallet.Lot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Takes out of the wallets what was not spent in time. */
@Command(
        name = "expire",
        description = {
            "Decides the events of a file, takes out of the wallets what was not spent in time, and prints what expired.",
            "What was reserved too long is given back first."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards expire --programme programme.yaml --events events.jsonl --as-of 2026-01-01T00:05:00Z",
            "  rewards expire --programme programme.yaml --events events.jsonl --as-of 2026-01-01T00:05:00Z --preview"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read, or the money of a participant could not be looked at.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExpireCommand implements Callable<Integer> {

    private static final int LOTS_SHOWN = 50;
    private static final String INDENT = "  ";

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--as-of",
            required = true,
            paramLabel = "INSTANT",
            converter = Inputs.InstantConverter.class,
            description = "What the run is about, such as 2026-01-01T00:05:00Z. Later events are left out.")
    private Instant asOf;

    @Option(names = "--preview", description = "Says what would expire, and records nothing.")
    private boolean preview;

    @Option(
            names = "--outcomes",
            paramLabel = "FILE",
            description = "Where to write the outcomes of the events and of the run, one JSON object a line.")
    private @Nullable Path outcomes;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() throws IOException {
        export.check(spec, inputs);
        if (outcomes != null) {
            inputs.requireOther(spec, "--outcomes", outcomes);
        }
        try (Session session = preview ? inputs.preview(spec, Optional.empty()) : inputs.open(spec);
                OutcomeFile file = OutcomeFile.open(outcomes)) {
            SummaryText.heading(session, spec.commandLine().getOut());
            EvaluationTally tally = Evaluation.before(spec, session, inputs.events(), file, asOf);
            List<Transaction> expired = new ArrayList<>();
            TransactionRows rows = new TransactionRows();
            RunListener listener = new RunListener() {
                @Override
                public void decided(Outcome outcome) {
                    outcome.transactions().stream()
                            .filter(each -> each.kind() == TransactionKind.AWARD_EXPIRATION)
                            .forEach(expired::add);
                    rows.add(outcome);
                    file.write(outcome);
                }
            };
            ExpirationReport report = preview
                    ? session.engine().runs().previewExpire(asOf, listener)
                    : session.engine().runs().expire(asOf, listener);
            print(session, report, expired);
            export.write(TransactionRows.COLUMNS, rows.rows());
            return tally.exitCode(!report.failures().isEmpty());
        }
    }

    private void print(Session session, ExpirationReport report, List<Transaction> expired) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        out.println((preview ? "Preview of the expiration as of " : "Expiration as of ")
                + session.when().moment(report.asOf()));
        Table table = new Table(Side.LEFT, Side.RIGHT);
        table.row("participants", Figures.of(report.participants()));
        table.row("lots", Figures.of(report.lots()));
        report.expired().forEach(amount -> table.row("expired", Figures.of(amount)));
        table.row("failures", Figures.of(report.failures().size()));
        table.print(out, INDENT);
        DailyRunTally failed =
                new DailyRunTally(session.when(), spec.commandLine().getErr());
        report.failures().forEach(failed::report);
        if (!expired.isEmpty()) {
            out.println();
            Table lots = new Table(Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT);
            lots.row("Participant", "Offer", "Amount", "Last day");
            expired.stream()
                    .limit(LOTS_SHOWN)
                    .forEach(each -> lots.row(
                            each.participant(),
                            each.offer(),
                            Figures.of(each.amount()),
                            lot(session, each)
                                    .flatMap(lot -> lot.lastDay(session.when().zone()))
                                    .map(session.when()::day)
                                    .orElse("-")));
            lots.print(out, "");
            if (expired.size() > LOTS_SHOWN) {
                out.println("and " + Figures.of(expired.size() - LOTS_SHOWN) + " more");
            }
        }
    }

    private static Optional<Lot> lot(Session session, Transaction transaction) {
        return session.store()
                .records(transaction.participant())
                .flatMap(records -> records.allLots()
                        .filter(lot -> lot.id().equals(transaction.lot()))
                        .findFirst());
    }
}
