package io.rewards.cli;

import io.rewards.catalogue.Programme;
import io.rewards.cli.file.FileOutcomeArchive;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.engine.RewardsEngineBuilder;
import io.rewards.engine.VoucherKey;
import io.rewards.event.CustomerEvent;
import io.rewards.json.ProgrammeReader;
import io.rewards.rules.RulePack;
import io.rewards.store.InMemoryStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A programme, its rules and everything that happened so far, for as long as a command runs. For one thread. */
final class Session implements Closeable {

    /** For trying programmes out only: codes of vouchers that this key makes are no secret. */
    static final VoucherKey VOUCHER_KEY = VoucherKey.of("for trying programmes out".getBytes(StandardCharsets.UTF_8));

    private final Programme programme;
    private final Optional<Instant> now;
    private final FileOutcomeArchive archive;
    private final InMemoryStore store;
    private final RewardsEngine engine;

    private Session(Programme programme, Optional<RulePack> rules, Optional<Instant> now, VoucherKey voucherKey)
            throws IOException {
        this.programme = programme;
        this.now = now;
        archive = FileOutcomeArchive.open(programme);
        store = new InMemoryStore(archive);
        InstantSource clock = () -> now.orElseThrow(() -> new IllegalStateException("No event asks for the clock."));
        try {
            RewardsEngineBuilder builder = RewardsEngine.builder(programme, store, clock);
            rules.ifPresent(builder::withRules);
            engine = builder.withVoucherKey(voucherKey).build();
        } catch (RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** Reads a programme and its rules, for codes of vouchers that are no secret. */
    static Session open(Path programme, Optional<Path> rules, Optional<Instant> now) throws IOException {
        return open(programme, rules, now, Optional.empty());
    }

    /**
     * Reads a programme and its rules.
     *
     * @param programme file
     * @param rules directory that adds to the built-in rules, or empty
     * @param now when events that do not say so were received; empty for when they happened
     * @param voucherKey of which codes of vouchers are made; empty for one that is no secret
     */
    static Session open(Path programme, Optional<Path> rules, Optional<Instant> now, Optional<VoucherKey> voucherKey)
            throws IOException {
        return new Session(
                ProgrammeReader.read(programme), rules.map(RulePack::directory), now, voucherKey.orElse(VOUCHER_KEY));
    }

    Programme programme() {
        return programme;
    }

    RewardsEngine engine() {
        return engine;
    }

    /** How moments are printed. */
    When when() {
        return new When(programme.settings().zone());
    }

    InMemoryStore store() {
        return store;
    }

    /** True when this event was recorded before. */
    boolean isRecorded(CustomerEvent event) {
        return store.recorded(event.key()).isPresent();
    }

    Outcome evaluate(CustomerEvent event) {
        return engine.evaluate(event);
    }

    /** The event with the instant at which it is taken to have been received. */
    CustomerEvent received(CustomerEvent event) {
        return event.header().receivedOn().isPresent() || now.isPresent()
                ? event
                : event.withHeader(event.header().receivedOn(event.performedOn()));
    }

    /** When a {@link #received} event came to be known. */
    static Instant knownOn(CustomerEvent event) {
        return event.header().receivedOn().orElse(event.performedOn());
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
