package io.rewards.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where everything is kept between commands: picocli sets it. Not thread-safe. */
final class StoreOptions {

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = {
                "Where everything is kept: a file of SQLite, or jdbc:postgresql://host/database?user=name.",
                "Without it, it is kept in memory until the command ends."
            })
    private @Nullable String store;

    boolean isGiven() {
        return store != null;
    }

    /** The place, if one is given. */
    Optional<StoreAddress> address() {
        return Optional.ofNullable(store).map(StoreAddress::parse);
    }

    /** The place, for commands that are about nothing else. */
    StoreAddress required(CommandSpec spec) {
        return address()
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "Missing required option: '--store=STORE'"));
    }

    /** Refuses to write onto the store. */
    void requireOther(CommandSpec spec, String option, Path output) throws IOException {
        Optional<Path> file = address().flatMap(StoreAddress::file);
        if (file.isPresent()) {
            Inputs.requireOther(spec, option, output, file.get());
        }
    }
}
