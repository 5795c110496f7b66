package io.rewards.cli;

import io.rewards.rules.RuleCompilationException;
import io.rewards.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The {@code rewards} command line. */
@Command(
        name = "rewards",
        description = "Decides which rewards customers get, and says why.",
        mixinStandardHelpOptions = true,
        versionProvider = Rewards.Version.class,
        subcommands = {
            DemoCommand.class,
            EvaluateCommand.class,
            ExplainCommand.class,
            RunCommand.class,
            ExpireCommand.class,
            SettleCommand.class,
            ChangeoverCommand.class,
            ParticipantsCommand.class,
            TransactionsCommand.class,
            StatementCommand.class,
            LiabilityCommand.class,
            VerifyCommand.class,
            OffersCommand.class,
            MerchantsCommand.class,
            CheckCommand.class,
            TestCommand.class,
            ImportCommand.class,
            StoreCommand.class,
            GenerateCompletion.class
        },
        footer = {
            "",
            "Examples:",
            "  rewards demo",
            "  rewards evaluate --programme programme.yaml --events events.jsonl",
            "  rewards evaluate --help"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            ExitCode.OK_TEXT,
            "1:Something failed, such as a line or a test case.",
            ExitCode.UNUSABLE_TEXT,
            ExitCode.REFUSED_TEXT,
            "3:The memory is used up, or the program itself is wrong."
        })
public final class Rewards implements Runnable {

    private static final int HELP_WIDTH = 110;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    /** Runs the command that {@code args} name, and exits with its code. */
    public static void main(String[] args) {
        // From JDK 22 on, a console is there even where nobody watches, unless this asks for the plain one.
        System.setProperty("jdk.console", "java.base");
        System.exit(run(writer(System.out), writer(System.err), args));
    }

    /** Runs the command that {@code args} name. */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new Rewards())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(HELP_WIDTH)
                // Ids of customers may begin with @, and then name no file of arguments.
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Rewards::wrongUsage)
                .setExecutionExceptionHandler(Rewards::failure);
        try {
            return command.execute(args);
        } catch (OutOfMemoryError e) {
            err.println("The memory is used up: wallets and the ids of events are kept in it. Give Java more, such as"
                    + " JAVA_OPTS=-Xmx4g.");
            return ExitCode.FAULT;
        } finally {
            out.flush();
            err.flush();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        command.getErr().println(StoreAddress.withoutSecrets(String.valueOf(e.getMessage())));
        CommandLine.UnmatchedArgumentException.printSuggestions(e, command.getErr());
        command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.UNUSABLE;
    }

    private static int failure(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        command.getOut().flush();
        if (e instanceof UncheckedIOException unchecked) {
            err.println(unchecked.getMessage());
            err.println(String.valueOf(unchecked.getCause()));
            return ExitCode.UNUSABLE;
        }
        if (e instanceof FileSystemException file) {
            err.println("The file (" + file.getFile() + ") cannot be read or written: " + reason(file));
            return ExitCode.UNUSABLE;
        }
        if (e instanceof IOException) {
            err.println("Reading or writing failed: " + e);
            return ExitCode.UNUSABLE;
        }
        if (e instanceof IllegalArgumentException
                || e instanceof RuleCompilationException
                || e instanceof StoreException) {
            err.println(StoreAddress.withoutSecrets(String.valueOf(e.getMessage())));
            return ExitCode.UNUSABLE;
        }
        err.println("This should not have happened. Please report it with what follows.");
        e.printStackTrace(err);
        return ExitCode.FAULT;
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "it, or the directory it lies in, does not exist.";
        }
        if (e instanceof AccessDeniedException) {
            return "permission is missing.";
        }
        return e.getReason() == null ? e.toString() : e.getReason() + ".";
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }

    /** Tells the version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Rewards.class.getPackage().getImplementationVersion();
            return new String[] {"rewards " + (version == null ? "that was not built as a jar" : version)};
        }
    }
}
