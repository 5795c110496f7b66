package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.catalogue.Programme;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.store.RewardsStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BatchesTest {

    private static final Programme PROGRAMME = ProgrammeReader.read("batches.yaml", """
            name: Batches
            settings: {zone: Europe/Nicosia, currency: EUR}
            units: [{code: SHOP}]
            schemes: [{code: CLUB, signUp: {option: AUTO}}]
            offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
            offers:
              - number: 1
                code: FIVE-PERCENT
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 10.00}
                award: {percentage: 5}
            """);

    @TempDir
    private Path directory;

    private final List<HikariDataSource> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(HikariDataSource::close);
    }

    private HikariDataSource database(Dialect dialect) {
        HikariDataSource database =
                dialect == Dialect.POSTGRESQL ? Databases.postgres() : Databases.sqlite(directory.resolve("store.db"));
        open.add(database);
        return database;
    }

    @ParameterizedTest
    @EnumSource
    void aBatchIsOnTheDiskWhenItIsFullOrFlushed(Dialect dialect) {
        HikariDataSource database = database(dialect);
        JdbcStore outside = Databases.store(database);
        try (Batches batches = Batches.of(database, 3)) {
            RewardsEngine engine = engine(batches.store());
            batches.flush();
            engine.evaluate(registered());
            engine.evaluate(purchase("p1"));
            assertThat(outside.participants("", 10)).isEmpty();

            engine.evaluate(purchase("p2"));
            assertThat(outside.recorded(EventKey.of("p2"))).isPresent();

            engine.evaluate(purchase("p3"));
            assertThat(outside.recorded(EventKey.of("p3"))).isEmpty();
            batches.flush();
            assertThat(outside.recorded(EventKey.of("p3"))).isPresent();
        }
        assertThat(outside.account("ada").orElseThrow().lots()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNotFlushedIsSentAgainAndRecordedOnce(Dialect dialect) {
        HikariDataSource database = database(dialect);
        JdbcStore outside = Databases.store(database);
        List<CustomerEvent> events = List.of(registered(), purchase("p1"), purchase("p2"), purchase("p3"));
        try (Batches batches = Batches.of(database, 3)) {
            RewardsEngine engine = engine(batches.store());
            batches.flush();
            events.forEach(engine::evaluate);
        }
        assertThat(outside.account("ada").orElseThrow().lots()).hasSize(2);

        try (Batches batches = Batches.of(database, 3)) {
            RewardsEngine engine = engine(batches.store());
            batches.flush();
            events.forEach(engine::evaluate);
            batches.flush();
        }
        assertThat(outside.account("ada").orElseThrow().lots()).hasSize(3);
        assertThat(engine(outside).ledger().verify().problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aBatchOfNothingIsRefused(Dialect dialect) {
        HikariDataSource database = database(dialect);

        assertThatThrownBy(() -> Batches.of(database, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A batch must have at least 1 event, not (0).");
    }

    private static RewardsEngine engine(RewardsStore store) {
        return RewardsEngine.builder(PROGRAMME, store, () -> Instant.parse("2026-01-01T00:00:00Z"))
                .build();
    }

    private static CustomerEvent registered() {
        return read("""
                {"id": "r", "type": "participant_registered", "participant": "ada", "unit": "SHOP",
                 "performedOn": "2025-03-01T10:00:00Z"}""");
    }

    private static CustomerEvent purchase(String id) {
        return read("""
                {"id": "%s", "type": "purchase", "participant": "ada", "unit": "SHOP",
                 "performedOn": "2025-03-02T10:00:00Z",
                 "lines": [{"product": "WINE", "quantity": 2, "total": "22.40"}]}""".formatted(id));
    }

    private static CustomerEvent read(String event) {
        return new EventReader(PROGRAMME).read("test", event);
    }
}
