package io.rewards.cli;

import io.rewards.amount.Denomination;
import io.rewards.cli.Table.Side;
import io.rewards.cli.file.LineReader;
import io.rewards.cli.retail.ImportPlan;
import io.rewards.cli.retail.ImportReport;
import io.rewards.cli.retail.OnlineRetailImport;
import io.rewards.event.CustomerEvent;
import io.rewards.json.EventWriter;
import io.rewards.problem.Problem;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes events of a file of the Online Retail data set. */
@Command(
        name = "online-retail",
        description = {
            "Makes events of a CSV file of the Online Retail data set (UCI, DOI 10.24432/C5BW33): a purchase of every"
                    + " invoice, a goods return of every cancellation of something that was bought in the file before,"
                    + " and before the first event of a customer the registration and the sign-ups."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards import online-retail retail.csv --output events.jsonl",
            "  rewards import online-retail retail.csv --output events.jsonl --scheme GIFTS --scheme TRADE"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:A line could not be read; the events of all others were written.",
            ExitCode.UNUSABLE_TEXT
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class OnlineRetailCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "CSV", description = "The file, with the column names in its first line.")
    private Path csv;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "Where to write the events, one JSON object a line.")
    private Path output;

    @Option(
            names = "--zone",
            defaultValue = "Europe/London",
            paramLabel = "ZONE",
            converter = Inputs.ZoneConverter.class,
            description = "Whose clock the times are on; ${DEFAULT-VALUE} unless said.")
    private ZoneId zone;

    @Option(
            names = "--currency",
            defaultValue = "GBP",
            paramLabel = "CODE",
            description = "What the prices are in; ${DEFAULT-VALUE} unless said.")
    private String currency;

    @Option(
            names = "--unit",
            defaultValue = "ONLINE",
            paramLabel = "CODE",
            description = "The unit where everything happens; ${DEFAULT-VALUE} unless said.")
    private String unit;

    @Option(
            names = "--scheme",
            defaultValue = "GIFTS",
            paramLabel = "CODE",
            description = "A scheme that every customer signs up to; ${DEFAULT-VALUE} unless said. May be repeated.")
    private List<String> schemes;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Inputs.requireFile(spec, "CSV", csv);
        Inputs.requireOther(spec, "--output", output, csv);
        ImportPlan plan = new ImportPlan(zone, denomination(), unit, schemes);
        FailureText failures = new FailureText(spec.commandLine().getErr());
        ImportReport report;
        try (LineReader lines = new LineReader(Files.newInputStream(csv), OnlineRetailImport.LONGEST_LINE);
                BufferedWriter writer = Files.newBufferedWriter(output, StandardCharsets.UTF_8);
                ConsoleProgress progress = ConsoleProgress.over("Importing", csv)) {
            report = OnlineRetailImport.run(
                    csv.toString(),
                    lines,
                    plan,
                    event -> {
                        write(event, writer);
                        progress.at(lines.bytesRead());
                    },
                    (number, message) -> failures.print(csv + ":" + number, List.of(new Problem("", message))));
        }
        print(report, out);
        return report.unreadable() == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private Denomination denomination() {
        try {
            int scale = Currency.getInstance(currency).getDefaultFractionDigits();
            return new Denomination(currency, scale);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The currency (" + currency + ") of --currency must be one of ISO 4217, such as GBP.");
        }
    }

    private static void write(CustomerEvent event, BufferedWriter writer) {
        try {
            writer.write(EventWriter.write(event));
            writer.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("The events cannot be written.", e);
        }
    }

    private void print(ImportReport report, PrintWriter out) {
        Table table = new Table(Side.RIGHT, Side.LEFT);
        table.row(Figures.of(report.lines()), "lines in " + csv + ", of them");
        table.row(
                Figures.of(report.purchaseLines()),
                "in " + Figures.of(report.purchases()) + " purchases, " + Figures.of(report.purchasesOfUnknown())
                        + " of them by a buyer who is unknown");
        table.row(Figures.of(report.returnLines()), "in " + Figures.of(report.returns()) + " goods returns");
        table.row(
                Figures.of(report.strayLines()),
                "in no goods return; bought before this file begins, or of an unknown customer: "
                        + Figures.of(report.strayPieces(), "piece"));
        table.row(Figures.of(report.unreadable()), "that cannot be used");
        table.row(Figures.of(report.blank()), "that are blank");
        table.row();
        table.row(Figures.of(report.participants()), "participants registered");
        table.row(Figures.of(report.signUps()), "sign-ups to " + String.join(", ", schemes));
        table.row(Figures.of(report.belowOne()), "lines of purchases with a quantity below 1, passed on as they are");
        table.row(Figures.of(report.rounded()), "line totals rounded to " + currency);
        table.row();
        table.row(Figures.of(report.events()), "events in " + output);
        table.print(out, "");
    }
}
