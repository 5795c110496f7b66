package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.decision.Outcome;
import io.rewards.effort.Effort;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.jdbc.TwinStore;
import io.rewards.oracle.HandWrittenRules;
import io.rewards.store.RewardsStore;
import io.rewards.testkit.chance.Dice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The clock of the machine goes back and forth by days: nothing is lost, doubled or refused for good. */
class JumpingClockTest {

    private static final int STEPS = Effort.of("rewards.clock.steps", 150, 500);

    @TempDir
    private Path directory;

    private final long seed = Effort.seed("rewards.clock.seed");
    private final List<Tale.Step> tale = Tale.of(seed, STEPS);
    private final Dice dice = new Dice(seed);
    private Instant now = Tale.FIRST_DAY;

    @Test
    void postgresAnswersAsMemoryDoes() {
        try (HikariDataSource database = Databases.postgres()) {
            jumps(Databases.store(database));
        }
    }

    @Test
    void sqliteAnswersAsMemoryDoes() {
        try (HikariDataSource database = Databases.sqlite(directory.resolve("clock.db"))) {
            jumps(Databases.store(database));
        }
    }

    private void jumps(JdbcStore database) {
        RewardsStore store = TwinStore.of(database);
        RewardsEngine engine = RewardsEngine.builder(Tale.PROGRAMME, store, () -> now)
                .withRules(new HandWrittenRules("by hand"))
                .build();
        Map<CustomerEvent, Outcome> purchases = new HashMap<>();
        for (Tale.Step step : tale) {
            Tale.event(step).map(JumpingClockTest::byTheClock).ifPresent(event -> {
                now = event.performedOn().plus(Duration.ofHours(dice.between(-100L, 100)));
                Outcome outcome = engine.evaluate(event);
                if (!outcome.isRecorded()) {
                    now = event.performedOn();
                    outcome = engine.evaluate(event);
                }
                if (event instanceof Purchase && outcome.isRecorded()) {
                    purchases.put(event, outcome);
                }
            });
        }
        now = Instant.EPOCH;
        assertThat(purchases)
                .isNotEmpty()
                .allSatisfy((event, first) -> assertThat(engine.evaluate(event)).isIn(first, first.cancelled()));
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    private static CustomerEvent byTheClock(CustomerEvent event) {
        EventHeader header = event.header();
        return event.withHeader(
                EventHeader.of(header.key().id(), header.participant(), header.unit(), header.performedOn()));
    }
}
