package io.rewards.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes events of data that other programs wrote. */
@Command(
        name = "import",
        description = "Makes events of data that other programs wrote.",
        mixinStandardHelpOptions = true,
        subcommands = OnlineRetailCommand.class,
        footer = {"", "Example:", "  rewards import online-retail retail.csv --output events.jsonl"})
final class ImportCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "The kind of data is missing: online-retail.");
    }
}
