package io.rewards.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options of commands that decide events: picocli sets them. Not thread-safe. */
@SuppressWarnings("NullAway.Init")
final class DecisionOptions {

    @Option(
            names = "--programme",
            required = true,
            paramLabel = "FILE",
            description = "The programme, in YAML or JSON.")
    private Path programme;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "Rule files to add to the built-in ones, or to take the place of those of the same path.")
    private @Nullable Path rules;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "The events, one JSON object a line; - for the standard input.")
    private Path events;

    @Option(
            names = "--now",
            paramLabel = "INSTANT",
            converter = Inputs.InstantConverter.class,
            description = {
                "When events were received that do not say so themselves, such as 2025-12-31T23:00:00Z.",
                "Without it they were received when they happened."
            })
    private @Nullable Instant now;

    Path programme() {
        return programme;
    }

    Path events() {
        return events;
    }

    /** Reads the programme and the rules. */
    Session open(CommandSpec spec) throws IOException {
        Inputs.requireFile(spec, "--programme", programme);
        Inputs.requireFile(spec, "--events", events);
        if (rules != null) {
            Inputs.requireDirectory(spec, "--rules", rules);
        }
        return Session.open(programme, Optional.ofNullable(rules), Optional.ofNullable(now));
    }
}
