package io.rewards.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of commands that decide events: picocli sets them. Not thread-safe. */
@SuppressWarnings("NullAway.Init")
final class DecisionOptions {

    @Mixin
    private InputOptions inputs;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            converter = Inputs.InstantConverter.class,
            description = {
                "When events were received that do not say so themselves, such as 2025-12-31T23:00:00Z.",
                "Without it they were received when they happened."
            })
    private @Nullable Instant now;

    InputOptions inputs() {
        return inputs;
    }

    /** Refuses to write onto a file that is read, or into the rules. */
    void requireOther(CommandSpec spec, String option, Path output) throws IOException {
        inputs.requireOther(spec, option, output);
    }

    /** Reads the programme and the rules. */
    Session open(CommandSpec spec) throws IOException {
        return inputs.open(spec, Optional.ofNullable(now));
    }

    /** The same, where nothing is written to a store. */
    Session preview(CommandSpec spec) throws IOException {
        return inputs.preview(spec, Optional.ofNullable(now));
    }
}
