package io.rewards.cli;

import io.rewards.cli.Table.Side;
import io.rewards.jdbc.JdbcStore;
import io.rewards.jdbc.StoreCounts;
import io.rewards.jdbc.StoreFile;
import io.rewards.report.LedgerReports;
import io.rewards.report.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks after databases that keep what happened. */
@Command(
        name = "store",
        description = "Makes, checks and moves the databases that --store names.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  rewards store init --store rewards.db",
            "  rewards store check --store rewards.db",
            "  rewards store export --store rewards.db --output rewards.jsonl",
            "  rewards store import rewards.jsonl --store \"jdbc:postgresql://localhost/shop?user=rewards\"",
            "",
            "Keep passwords of PostgreSQL in ~/.pgpass rather than in an address."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class StoreCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What to do is missing: init, check, export or import.");
    }

    @Command(
            name = "init",
            description = {
                "Makes the tables of a store, or brings those of an earlier version to the format of this one.",
                "It does nothing where they are."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {ExitCode.OK_TEXT, ExitCode.UNUSABLE_TEXT})
    int init(@Mixin StoreOptions store) {
        StoreAddress address = store.required(sub("init"));
        try (Database database = Database.connected(address)) {
            int before = database.format();
            database.migrate();
            String done = before == JdbcStore.currentFormat()
                    ? "is ready already"
                    : before == 0 ? "is ready" : "was brought from format " + before + " and is ready";
            out().println("The store (" + address.shown() + ") " + done + ", in format " + JdbcStore.currentFormat()
                    + ".");
            return ExitCode.OK;
        }
    }

    @Command(
            name = "check",
            description = {
                "Counts what a store holds, and checks that all wallets and journals say the same, cent by cent.",
                "Ask it while nothing is written."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {ExitCode.OK_TEXT, "1:Something is wrong with a wallet or a journal.", ExitCode.UNUSABLE_TEXT
            })
    int check(@Mixin StoreOptions store) {
        try (Database database = Database.existing(store.required(sub("check")))) {
            StoreCounts counts = StoreCounts.of(database.source());
            Table table = new Table(Side.LEFT, Side.LEFT);
            table.row("format", Figures.of(JdbcStore.currentFormat()));
            table.row("events", Figures.of(counts.events()));
            table.row("open follow-ups", Figures.of(counts.followUps()));
            table.row("notifications to deliver", Figures.of(counts.notifications()));
            table.row("settlements", Figures.of(counts.settlements()));
            table.row("entries to settle", Figures.of(counts.unsettled()));
            table.print(out(), "");
            Verification verification =
                    LedgerReports.of(database.store(), ZoneOffset.UTC).verify();
            VerifyCommand.print(
                    verification, Optional.empty(), out(), spec.commandLine().getErr());
            return ExitCode.of(!verification.isWell(), false);
        }
    }

    @Command(
            name = "export",
            description = {
                "Writes everything that a store holds, as it is at one moment, one JSON value a line.",
                "The file names participants and what they bought: keep it as safe as the store."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {ExitCode.OK_TEXT, ExitCode.UNUSABLE_TEXT})
    int export(
            @Mixin StoreOptions store,
            @Option(names = "--output", required = true, paramLabel = "FILE", description = "Where to write it.")
                    Path output)
            throws IOException {
        StoreAddress address = store.required(sub("export"));
        store.requireOther(sub("export"), "--output", output);
        try (Database database = Database.existing(address);
                Writer file = Files.newBufferedWriter(output, StandardCharsets.UTF_8)) {
            long rows = StoreFile.export(database.source(), file);
            out().println(Figures.of(rows, "row") + " of " + address.shown() + " written to " + output);
            return ExitCode.OK;
        }
    }

    @Command(
            name = "import",
            description = {
                "Reads everything that export wrote into an empty store: all of it, or nothing.",
                "A file of SQLite that is missing is made; on PostgreSQL, init makes the tables."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {ExitCode.OK_TEXT, ExitCode.UNUSABLE_TEXT})
    int read(@Parameters(paramLabel = "FILE", description = "What export wrote.") Path file, @Mixin StoreOptions store)
            throws IOException {
        StoreAddress address = store.required(sub("import"));
        Inputs.requireFile(sub("import"), "FILE", file);
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                Database database = Database.writable(address)) {
            long rows;
            try {
                rows = StoreFile.read(database.source(), file.toString(), lines);
            } catch (IllegalStateException e) {
                throw new IllegalArgumentException(
                        "The store (" + address.shown() + ") cannot be used. " + e.getMessage(), e);
            }
            out().println(Figures.of(rows, "row") + " read into " + address.shown());
            return ExitCode.OK;
        }
    }

    private CommandSpec sub(String name) {
        return Objects.requireNonNull(spec.subcommands().get(name)).getCommandSpec();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
