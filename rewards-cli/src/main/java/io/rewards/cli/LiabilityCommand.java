package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.cli.Table.Side;
import io.rewards.report.Breakage;
import io.rewards.report.LedgerReports;
import io.rewards.report.Liability;
import io.rewards.report.LiabilityFigures;
import io.rewards.report.LiabilityMonth;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what the programme owes its participants, month by month. */
@Command(
        name = "liability",
        description = {
            "Decides the events of a file and prints what the programme owes its participants, month by month.",
            "Months are those in which it was recorded, so a month that is over never changes."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards liability --programme programme.yaml --events events.jsonl --runs-at 02:00",
            "  rewards liability --programme programme.yaml --events events.jsonl --from-month 2025-01",
            "    --through-month 2025-12 --csv liability.csv"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read, or a run could not decide a participant.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class LiabilityCommand implements Callable<Integer> {

    private static final String INDENT = "  ";
    private static final int MONTHS_BEFORE = 11;
    private static final List<String> COLUMNS = List.of(
            "month",
            "denomination",
            "opening",
            "awarded",
            "topped_up",
            "adjusted",
            "transferred",
            "exchanged",
            "spent",
            "paid_out",
            "expired",
            "taken_back",
            "lost",
            "closing",
            "breakage_percentage");

    /** A column of the printed table; those that may be left out are printed where something is in them. */
    private record Column(String name, boolean always, Function<LiabilityFigures, Amount> value) {}

    private static final List<Column> PRINTED = List.of(
            new Column("Opening", true, LiabilityFigures::opening),
            new Column("Awarded", true, LiabilityFigures::awarded),
            new Column("Topped up", false, LiabilityFigures::toppedUp),
            new Column("Adjusted", false, LiabilityFigures::adjusted),
            new Column("Transferred", false, LiabilityFigures::transferred),
            new Column("Exchanged", false, LiabilityFigures::exchanged),
            new Column("Spent", true, LiabilityFigures::spent),
            new Column("Paid out", false, LiabilityFigures::paidOut),
            new Column("Expired", true, LiabilityFigures::expired),
            new Column("Taken back", false, LiabilityFigures::takenBack),
            new Column("Lost", false, LiabilityFigures::lost),
            new Column("Closing", true, LiabilityFigures::closing));

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--from-month",
            paramLabel = "MONTH",
            converter = Inputs.MonthConverter.class,
            description = "The first month, such as 2025-01; eleven before the last unless said.")
    private @Nullable YearMonth from;

    @Option(
            names = "--through-month",
            paramLabel = "MONTH",
            converter = Inputs.MonthConverter.class,
            description = "The last month; that of the last event unless said.")
    private @Nullable YearMonth through;

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
        try (Session session = inputs.look(spec)) {
            History history = History.of(spec, session, inputs.events(), runOptions, Optional.empty());
            Instant end = history.end();
            YearMonth last = through == null ? YearMonth.from(session.when().dayOf(end)) : through;
            YearMonth first = from == null ? last.minusMonths(MONTHS_BEFORE) : from;
            requireOrder(first, last);
            LedgerReports ledger = session.engine().ledger();
            Liability liability = ledger.liability(first, last);
            print(session, liability, ledger.breakage(first, last));
            export.write(
                    COLUMNS,
                    liability.months().stream().map(LiabilityCommand::cells).toList());
            return history.exitCode(false);
        }
    }

    private void requireOrder(YearMonth first, YearMonth last) {
        if (last.isBefore(first)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The months (" + first + " through " + last + ") must not end before they start.");
        }
    }

    private void print(Session session, Liability liability, List<Breakage> breakage) {
        PrintWriter out = spec.commandLine().getOut();
        SummaryText.heading(session, out);
        if (liability.months().isEmpty()) {
            out.println();
            out.println("No money has moved.");
        }
        for (LiabilityFigures total : liability.totals()) {
            out.println();
            out.println("Liability in " + total.denomination() + ", " + liability.from() + " through "
                    + liability.through());
            table(liability, total).print(out, INDENT);
        }
        breakage(breakage);
    }

    private static Table table(Liability liability, LiabilityFigures total) {
        List<LiabilityMonth> months = liability.months().stream()
                .filter(month -> month.figures().denomination().equals(total.denomination()))
                .toList();
        List<Column> columns = PRINTED.stream()
                .filter(column -> column.always()
                        || months.stream()
                                .anyMatch(month ->
                                        !column.value().apply(month.figures()).isZero()))
                .toList();
        Side[] sides = new Side[columns.size() + 2];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        Table table = new Table(sides);
        List<String> head = new ArrayList<>(List.of("Month"));
        columns.forEach(column -> head.add(column.name()));
        head.add("Breakage");
        table.row(head.toArray(String[]::new));
        months.forEach(month -> table.row(row(month.month().toString(), columns, month.figures())));
        table.row(row("all", columns, total));
        return table;
    }

    private static String[] row(String name, List<Column> columns, LiabilityFigures figures) {
        List<String> row = new ArrayList<>(List.of(name));
        columns.forEach(column -> row.add(Figures.number(column.value().apply(figures))));
        row.add(percent(figures.breakagePercentage()));
        return row.toArray(String[]::new);
    }

    /** What expired of the awards of each scheme, in the whole time. */
    private void breakage(List<Breakage> months) {
        record Key(String denomination, String scheme) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                int order = denomination.compareTo(other.denomination);
                return order == 0 ? scheme.compareTo(other.scheme) : order;
            }
        }
        Map<Key, Breakage> schemes = new TreeMap<>();
        for (Breakage month : months) {
            Denomination denomination = month.awarded().denomination();
            schemes.merge(
                    new Key(denomination.code(), month.scheme()),
                    month,
                    (sum, more) -> new Breakage(
                            more.month(),
                            sum.scheme(),
                            sum.awarded().plus(more.awarded()),
                            sum.expired().plus(more.expired())));
        }
        if (schemes.isEmpty()) {
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        Table table = new Table(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT);
        table.row("Schemes", "awarded", "expired", "breakage");
        schemes.values()
                .forEach(scheme -> table.row(
                        INDENT + scheme.scheme(),
                        Figures.of(scheme.awarded()),
                        Figures.of(scheme.expired()),
                        percent(scheme.percentage())));
        table.print(out, "");
    }

    private static String percent(Optional<BigDecimal> percentage) {
        return percentage.map(value -> value.toPlainString() + " %").orElse("-");
    }

    private static List<String> cells(LiabilityMonth month) {
        LiabilityFigures figures = month.figures();
        List<String> row = new ArrayList<>(
                List.of(month.month().toString(), figures.denomination().code()));
        PRINTED.forEach(
                column -> row.add(column.value().apply(figures).decimal().toPlainString()));
        row.add(figures.breakagePercentage().map(BigDecimal::toPlainString).orElse(""));
        return row;
    }
}
