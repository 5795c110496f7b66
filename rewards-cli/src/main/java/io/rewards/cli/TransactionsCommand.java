package io.rewards.cli;

import io.rewards.cli.Table.Side;
import io.rewards.ledger.FoundTransaction;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionFilter;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Finds transactions. */
@Command(
        name = "transactions",
        description = {
            "Decides the events of a file and lists what was recorded of the money of all participants, or what of it is"
                    + " asked for.",
            "A transaction that was taken back in part says what of it stands."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards transactions --programme programme.yaml --events events.jsonl --participant M001",
            "  rewards transactions --programme programme.yaml --events events.jsonl --kind AWARD,REVERSAL --offer SPRING",
            "  rewards transactions --programme programme.yaml --events events.jsonl --purchase INV-1 --runs-at 02:00",
            "  rewards transactions --programme programme.yaml --events events.jsonl --from 2025-03-01 --csv march.csv"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read, or a run could not decide a participant.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TransactionsCommand implements Callable<Integer> {

    private static final List<String> COLUMNS = Stream.concat(
                    TransactionRows.COLUMNS.stream(),
                    Stream.of("id", "state", "standing", "subject", "reverses", "reason", "user"))
            .toList();

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Mixin
    private TransactionOptions search;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            converter = Inputs.InstantConverter.class,
            description = "The moment to look at; later events are left out. That of the last event unless said.")
    private @Nullable Instant asOf;

    @Mixin
    private DailyRunOptions runOptions;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() throws IOException {
        runOptions.check(spec, inputs);
        if (asOf != null && inputs.hasStore()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--as-of leaves out later events of a file; a store has them. Of a store, --through leaves out"
                            + " transactions.");
        }
        export.check(spec, inputs);
        try (Session session = inputs.look(spec)) {
            TransactionFilter filter = search.filter(spec, session.programme());
            History history = History.of(spec, session, inputs.events(), runOptions, Optional.ofNullable(asOf));
            search.participant().ifPresent(id -> requireKnown(session, id));
            List<FoundTransaction> found =
                    session.engine().ledger().transactions(filter).toList();
            print(session.when(), found);
            export.write(COLUMNS, found.stream().map(TransactionsCommand::row).toList());
            return history.exitCode(false);
        }
    }

    private void requireKnown(Session session, String participant) {
        if (session.store().account(participant).isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The participant (" + participant + ") is not in " + inputs.source() + ", or not yet registered.");
        }
    }

    private void print(When when, List<FoundTransaction> found) {
        Table table = new Table(
                Side.LEFT, Side.LEFT, Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT, Side.LEFT, Side.LEFT);
        table.row("Counts on", "Participant", "Kind", "Offer", "Amount", "Stands", "From", "To", "Event");
        for (FoundTransaction each : found) {
            Transaction transaction = each.transaction();
            table.row(
                    when.moment(transaction.on()),
                    transaction.participant(),
                    OfferWords.of(transaction.kind()),
                    transaction.offer().isEmpty() ? "-" : transaction.offer(),
                    Figures.of(transaction.amount()),
                    each.standing().equals(transaction.amount()) ? "" : Figures.of(each.standing()),
                    OfferWords.of(transaction.from().kind()),
                    OfferWords.of(transaction.to().kind()),
                    transaction.event().toString());
        }
        PrintWriter out = spec.commandLine().getOut();
        table.print(out, "");
        out.println(Figures.of(found.size(), "transaction"));
    }

    private static List<String> row(FoundTransaction found) {
        Transaction transaction = found.transaction();
        List<String> row = new ArrayList<>(TransactionRows.row(transaction));
        row.addAll(List.of(
                transaction.id(),
                found.state().name(),
                found.standing().decimal().toPlainString(),
                transaction.subject().text(),
                transaction.reverses(),
                transaction.reason(),
                transaction.user()));
        return row;
    }
}
