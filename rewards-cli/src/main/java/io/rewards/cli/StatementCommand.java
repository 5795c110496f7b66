package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.cli.Table.Side;
import io.rewards.ledger.Transaction;
import io.rewards.report.Statement;
import io.rewards.report.StatementLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what the money of a participant did, or the settlements of a merchant. */
@Command(
        name = "statement",
        description = {
            "Decides the events of a file and prints what the money of one participant did, and why, or the settlements of",
            "one merchant and what is open to be settled.",
            "Days are those on which it was recorded, so a statement of days that are over never changes."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards statement --programme programme.yaml --events events.jsonl --participant M001",
            "  rewards statement --programme programme.yaml --events events.jsonl --participant M001"
                    + " --from 2025-01-01",
            "    --through 2025-03-31 --runs-at 02:00 --csv statement.csv",
            "  rewards statement --programme programme.yaml --store rewards.db --merchant U1"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read, or a run could not decide a participant.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StatementCommand implements Callable<Integer> {

    private static final String INDENT = "  ";
    private static final List<String> COLUMNS = List.of(
            "number",
            "recorded_on",
            "counts_on",
            "kind",
            "why",
            "change",
            "denomination",
            "balance",
            "from",
            "to",
            "amount",
            "event",
            "purchase",
            "lot",
            "reason",
            "user");

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    /** Whose statement it is. */
    private static final class Party {

        @Option(names = "--participant", paramLabel = "ID", description = "Whose money.")
        private @Nullable String participant;

        @Option(
                names = "--merchant",
                paramLabel = "CODE",
                description =
                        "The unit of the merchant whose settlements are shown, and what is open; all days of them.")
        private @Nullable String merchant;
    }

    @ArgGroup(multiplicity = "1")
    private Party party;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            converter = Inputs.DayConverter.class,
            description = "The first day, such as 2025-01-01; that of the registration unless said.")
    private @Nullable LocalDate from;

    @Option(
            names = "--through",
            paramLabel = "DAY",
            converter = Inputs.DayConverter.class,
            description = "The last day; that of the last event unless said.")
    private @Nullable LocalDate through;

    @Mixin
    private DailyRunOptions runOptions;

    @Mixin
    private ExportOptions export;

    @Override
    public Integer call() throws IOException {
        runOptions.check(spec, inputs);
        if (from != null && through != null) {
            requireOrder(from, through);
        }
        export.check(spec, inputs);
        if (party.merchant != null && (from != null || through != null)) {
            throw wrong("The statement of a merchant goes by settlements. Leave out --from and --through.");
        }
        try (Session session = inputs.look(spec)) {
            History history = History.of(spec, session, inputs.events(), runOptions, Optional.empty());
            Instant end = history.end();
            if (party.merchant != null) {
                MerchantStatement statement = MerchantStatement.of(session, party.merchant, end);
                statement.print(session, spec.commandLine().getOut());
                export.write(SettlementRows.COLUMNS, statement.rows());
                return history.exitCode(false);
            }
            String participant = String.valueOf(party.participant);
            Account account = session.store()
                    .account(participant)
                    .orElseThrow(() -> wrong("The participant (" + participant + ") is not in " + inputs.source()
                            + ", or not yet registered."));
            List<Instant> recorded = recorded(session, participant);
            LocalDate first = from == null ? firstDay(session, account, recorded) : from;
            LocalDate last = through == null ? lastDay(session, recorded, end) : through;
            requireOrder(first, last);
            Statement statement = session.engine().ledger().statement(participant, first, last);
            print(session, account, statement);
            export.write(COLUMNS, rows(statement));
            return history.exitCode(false);
        }
    }

    private void requireOrder(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw wrong("The days (" + first + " through " + last + ") must not end before they start.");
        }
    }

    private static LocalDate firstDay(Session session, Account account, List<Instant> recorded) {
        return Stream.concat(Stream.of(account.participant().registeredOn()), recorded.stream())
                .min(Comparator.naturalOrder())
                .map(session.when()::dayOf)
                .orElseThrow();
    }

    private static LocalDate lastDay(Session session, List<Instant> recorded, Instant end) {
        return Stream.concat(Stream.of(end), recorded.stream())
                .max(Comparator.naturalOrder())
                .map(session.when()::dayOf)
                .orElseThrow();
    }

    private static List<Instant> recorded(Session session, String participant) {
        return session.store().journal(participant, 0, Integer.MAX_VALUE).stream()
                .map(entry -> entry.transaction().recordedOn())
                .toList();
    }

    private void print(Session session, Account account, Statement statement) {
        PrintWriter out = spec.commandLine().getOut();
        SummaryText.heading(session, out);
        When when = session.when();
        String name = account.participant().profile().name();
        out.println();
        String participant = account.participant().id();
        out.println(Printable.of("Statement of " + (name.isEmpty() ? participant : name + " (" + participant + ")")
                + ", " + when.day(statement.from()) + " through " + when.day(statement.through())));
        Table table = new Table(Side.LEFT, Side.LEFT, Side.RIGHT, Side.RIGHT, Side.LEFT);
        table.row("Recorded", "", "Change", "Balance");
        statement.opening().forEach(amount -> table.row("", "Opening balance", "", Figures.of(amount)));
        statement.movements().forEach(movement -> row(table, when, movement));
        statement.closing().forEach(amount -> table.row("", "Closing balance", "", Figures.of(amount)));
        table.print(out, INDENT);
        if (statement.closing().isEmpty()) {
            out.println(INDENT + "No money has moved.");
        }
        out.println();
        out.println("Head of the journal by then  " + statement.head());
    }

    private static void row(Table table, When when, StatementLine movement) {
        Transaction transaction = movement.transaction();
        boolean late = !when.dayOf(transaction.on()).equals(when.dayOf(transaction.recordedOn()));
        table.row(
                when.moment(transaction.recordedOn()),
                movement.why(),
                movement.change().isZero() ? "-" : Figures.of(movement.change()),
                Figures.of(movement.balance()),
                late ? "counts on " + when.moment(transaction.on()) : "");
    }

    /** The rows of the CSV file: opening balances, movements and closing balances. */
    private static List<List<String>> rows(Statement statement) {
        List<List<String>> rows = new ArrayList<>();
        statement.opening().forEach(amount -> rows.add(balance("OPENING_BALANCE", amount)));
        statement.movements().forEach(movement -> rows.add(cells(movement)));
        statement.closing().forEach(amount -> rows.add(balance("CLOSING_BALANCE", amount)));
        return rows;
    }

    private static List<String> balance(String kind, Amount amount) {
        List<String> row = new ArrayList<>(COLUMNS.stream().map(unused -> "").toList());
        row.set(COLUMNS.indexOf("kind"), kind);
        row.set(COLUMNS.indexOf("denomination"), amount.denomination().code());
        row.set(COLUMNS.indexOf("balance"), amount.decimal().toPlainString());
        return row;
    }

    private static List<String> cells(StatementLine movement) {
        Transaction transaction = movement.transaction();
        return List.of(
                Long.toString(movement.number()),
                transaction.recordedOn().toString(),
                transaction.on().toString(),
                transaction.kind().name(),
                movement.why(),
                movement.change().decimal().toPlainString(),
                movement.change().denomination().code(),
                movement.balance().decimal().toPlainString(),
                transaction.from().kind().name(),
                transaction.to().kind().name(),
                transaction.amount().decimal().toPlainString(),
                transaction.event().toString(),
                transaction.purchase().map(Object::toString).orElse(""),
                transaction.lot(),
                transaction.reason(),
                transaction.user());
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
