package io.rewards.cli;

import io.rewards.engine.VoucherKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

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
            paramLabel = "FILE",
            description = {
                "The events, one JSON object a line; - for the standard input.",
                "Commands that only look take it without --store, and those that run do not need it with --store."
            })
    private @Nullable Path events;

    @Mixin
    private StoreOptions store;

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

    /** The file of events, if there is one. */
    Optional<Path> events() {
        return Optional.ofNullable(events);
    }

    /** The file of events, which there must be. */
    Path requiredEvents(CommandSpec spec) {
        return events().orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "Missing required option: '--events=FILE'"));
    }

    boolean hasStore() {
        return store.isGiven();
    }

    /** Where things come from, for messages: the store, or the file. */
    String source() {
        return store.address().map(StoreAddress::shown).orElseGet(() -> String.valueOf(events));
    }

    /** Refuses to write onto a file that is read, or into the rules. */
    void requireOther(CommandSpec spec, String option, Path output) throws IOException {
        if (events != null) {
            Inputs.requireOther(spec, option, output, events);
        }
        store.requireOther(spec, option, output);
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
        Session.Basis basis = basis(spec, now);
        Optional<StoreAddress> address = store.address();
        if (address.isEmpty()) {
            return Session.inMemory(basis);
        }
        return Session.writing(basis, address.get(), events == null || Files.isRegularFile(events));
    }

    /** The same, where nothing is written to a store. */
    Session preview(CommandSpec spec, Optional<Instant> now) throws IOException {
        Session.Basis basis = basis(spec, now);
        Optional<StoreAddress> address = store.address();
        return address.isPresent() ? Session.reading(basis, address.get()) : Session.inMemory(basis);
    }

    /** The same for a command that shows what a store holds, or what the events of a file come to. */
    Session look(CommandSpec spec) throws IOException {
        if (hasStore() && events != null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--store shows what the store holds, --events what comes of a file; both were given. To take the"
                            + " events into the store: rewards evaluate");
        }
        return preview(spec, Optional.empty());
    }

    private Session.Basis basis(CommandSpec spec, Optional<Instant> now) throws IOException {
        Inputs.requireFile(spec, "--programme", programme);
        if (events != null || !hasStore()) {
            Inputs.requireFile(spec, "--events", requiredEvents(spec));
        }
        if (rules != null) {
            Inputs.requireDirectory(spec, "--rules", rules);
        }
        VoucherKey key = Session.VOUCHER_KEY;
        if (voucherKey != null) {
            Inputs.requireFile(spec, "--voucher-key", voucherKey);
            key = VoucherKey.of(Files.readAllBytes(voucherKey));
        }
        return new Session.Basis(programme, Optional.ofNullable(rules), now, key);
    }
}
