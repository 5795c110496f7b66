package io.rewards.cli;

import io.rewards.engine.VoucherKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The files of commands that decide events: picocli sets them. Not thread-safe. */
@SuppressWarnings("NullAway.Init")
final class InputOptions {

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
            names = "--voucher-key",
            paramLabel = "FILE",
            description = {
                "The secret of which codes of vouchers are made, at least 16 random bytes.",
                "Without it they are made of a key that is no secret."
            })
    private @Nullable Path voucherKey;

    Path programme() {
        return programme;
    }

    Path events() {
        return events;
    }

    /** Refuses to write onto a file that is read, or into the rules. */
    void requireOther(CommandSpec spec, String option, Path output) throws IOException {
        Inputs.requireOther(spec, option, output, events);
        Inputs.requireOther(spec, option, output, programme);
        if (rules != null) {
            Inputs.requireOther(spec, option, output, rules);
        }
        if (voucherKey != null) {
            Inputs.requireOther(spec, option, output, voucherKey);
        }
    }

    /** Reads the programme and the rules; events that do not say so are received when they happened. */
    Session open(CommandSpec spec) throws IOException {
        return open(spec, Optional.empty());
    }

    /** Reads the programme and the rules; {@code now} is when events were received that do not say so. */
    Session open(CommandSpec spec, Optional<Instant> now) throws IOException {
        Inputs.requireFile(spec, "--programme", programme);
        Inputs.requireFile(spec, "--events", events);
        if (rules != null) {
            Inputs.requireDirectory(spec, "--rules", rules);
        }
        return Session.open(programme, Optional.ofNullable(rules), now, voucherKey(spec));
    }

    private Optional<VoucherKey> voucherKey(CommandSpec spec) throws IOException {
        if (voucherKey == null) {
            return Optional.empty();
        }
        Inputs.requireFile(spec, "--voucher-key", voucherKey);
        return Optional.of(VoucherKey.of(Files.readAllBytes(voucherKey)));
    }
}
