package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.catalogue.Programme;
import io.rewards.cli.file.FileOutcomeArchive;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.engine.RewardsEngineBuilder;
import io.rewards.engine.VoucherKey;
import io.rewards.event.CustomerEvent;
import io.rewards.jdbc.Batches;
import io.rewards.jdbc.JdbcStore;
import io.rewards.jdbc.Refusals;
import io.rewards.json.ProgrammeReader;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.rules.RulePack;
import io.rewards.store.InMemoryStore;
import io.rewards.store.PreviewStore;
import io.rewards.store.RewardsStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A programme, its rules and everything that happened so far, for as long as a command runs. For one thread. */
final class Session implements Closeable {

    /** For trying programmes out only: codes of vouchers that this key makes are no secret. */
    static final VoucherKey VOUCHER_KEY = VoucherKey.of("for trying programmes out".getBytes(StandardCharsets.UTF_8));

    private static final int PAGE = 500;
    private static final int EVENTS_TOGETHER = 200;

    private final Programme programme;
    private final Optional<Instant> now;
    private final Place place;
    private final RewardsEngine engine;

    /** Where a session keeps things. */
    private record Place(RewardsStore store, Closeable closing, boolean isLasting, Optional<JdbcStore> written) {

        static Place memory(Programme programme) throws IOException {
            FileOutcomeArchive archive = FileOutcomeArchive.open(programme);
            return new Place(new InMemoryStore(archive), archive, false, Optional.empty());
        }

        static Place toWrite(Database database) {
            JdbcStore store = database.store();
            return new Place(store, database, true, Optional.of(store));
        }

        /** Many events in one transaction, of which the last ends with the session. */
        static Place toWriteInBatches(Database database) {
            Batches batches = Batches.of(database.source(), EVENTS_TOGETHER);
            Closeable closing = () -> {
                try (database;
                        batches) {
                    batches.flush();
                }
            };
            return new Place(batches.store(), closing, true, Optional.of(batches.store()));
        }

        /** An engine that starts has the store remember its programme; one that only looks does not. */
        static Place toRead(Database database) {
            return new Place(new PreviewStore(database.store()), database, true, Optional.empty());
        }
    }

    private Session(Programme programme, Basis basis, Place place) throws IOException {
        this.programme = programme;
        this.place = place;
        now = basis.now();
        InstantSource clock =
                () -> moment().orElseThrow(() -> new IllegalStateException("No event asks for the clock."));
        try {
            RewardsEngineBuilder builder = RewardsEngine.builder(programme, place.store(), clock);
            basis.rules().map(RulePack::directory).ifPresent(builder::withRules);
            engine = builder.withVoucherKey(basis.voucherKey()).build();
            if (place.written().isPresent()) {
                engine.runs().applyFollowUps();
            }
        } catch (RuntimeException e) {
            try {
                place.closing().close();
            } catch (IOException | RuntimeException later) {
                e.addSuppressed(later);
            }
            throw e;
        }
    }

    /**
     * What a session decides by. Immutable.
     *
     * @param programme file
     * @param rules directory that adds to the built-in rules, or empty
     * @param now when events that do not say so were received; empty for when they happened
     * @param voucherKey of which codes of vouchers are made
     */
    record Basis(Path programme, Optional<Path> rules, Optional<Instant> now, VoucherKey voucherKey) {}

    /** Reads a programme, for codes of vouchers that are no secret, and keeps everything in memory. */
    static Session open(Path programme) throws IOException {
        return inMemory(new Basis(programme, Optional.empty(), Optional.empty(), VOUCHER_KEY));
    }

    /** Keeps everything in memory. */
    static Session inMemory(Basis basis) throws IOException {
        Programme programme = ProgrammeReader.read(basis.programme());
        return new Session(programme, basis, Place.memory(programme));
    }

    /**
     * Keeps everything at {@code address}; first does for others what an engine that stopped left undone.
     *
     * @param steady false where events may be long in coming, and others should not wait for them
     */
    static Session writing(Basis basis, StoreAddress address, boolean steady) throws IOException {
        Programme programme = ProgrammeReader.read(basis.programme());
        Database database = Database.writable(address);
        boolean together = steady && address.file().isPresent();
        return new Session(programme, basis, together ? Place.toWriteInBatches(database) : Place.toWrite(database));
    }

    /** Goes on from what is kept at {@code address}, and writes nothing there. */
    static Session reading(Basis basis, StoreAddress address) throws IOException {
        Programme programme = ProgrammeReader.read(basis.programme());
        return new Session(programme, basis, Place.toRead(Database.existing(address)));
    }

    Programme programme() {
        return programme;
    }

    RewardsEngine engine() {
        return engine;
    }

    /** What is now; empty where the events of a file say it, and their outcomes must not depend on the clock. */
    Optional<Instant> moment() {
        return now.or(() -> place.isLasting() ? Optional.of(Instant.now()) : Optional.empty());
    }

    /** How moments are printed. */
    When when() {
        return new When(programme.settings().zone());
    }

    RewardsStore store() {
        return place.store();
    }

    /** The ids of all participants, in their order. */
    Stream<String> participants() {
        return pages(after -> store().participants(after, PAGE), id -> id);
    }

    /** The accounts of those who are sought, in the order of their ids. */
    Stream<Account> accounts(ParticipantFilter sought) {
        return pages(after -> store().search(sought, after, PAGE), Participant::id)
                .flatMap(participant -> store().account(participant.id()).stream());
    }

    private static <T> Stream<T> pages(Function<String, List<T>> page, Function<T, String> id) {
        return Stream.iterate(
                        page.apply(""),
                        each -> !each.isEmpty(),
                        each -> page.apply(id.apply(each.get(each.size() - 1))))
                .flatMap(List::stream);
    }

    /** What is known of refused events of a file that may be interrupted; empty where nothing outlives this session. */
    Optional<Refusals> refusals(Path events) throws IOException {
        if (place.written().isEmpty() || !Files.isRegularFile(events)) {
            return Optional.empty();
        }
        MessageDigest sum = Inputs.sha256(events);
        sum.update((programme.version() + "\n" + engine.packHash()).getBytes(StandardCharsets.UTF_8));
        return Optional.of(Refusals.of(place.written().get(), HexFormat.of().formatHex(sum.digest())));
    }

    /** True when this event was recorded before. */
    boolean isRecorded(CustomerEvent event) {
        return store().isRecorded(event.key());
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
        place.closing().close();
    }
}
