package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.catalogue.Programme;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often an event asks the database: at most two reads and one write for an ordinary purchase. */
class RoundTripsTest {

    private static final String PROGRAMME = """
            name: Trips
            settings: {zone: Europe/Nicosia, currency: EUR, points: [{code: PTS, scale: 0}]}
            units: [{code: SHOP}]
            schemes: [{code: CLUB, signUp: {option: AUTO}, awardValidity: {expires: {after: 12 MONTHS}}}]
            offerTypes:
              - {code: POINTS, classification: INCREASE_REVENUE_TRANSACTION_BASED}
              - {code: STAMPS, classification: REWARD_LOYALTY_TRANSACTION_NUMBER_BASED}
            offers:
              - number: 1
                code: POINT-PER-EURO
                scheme: CLUB
                type: POINTS
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 0.00}
                award: {rate: {amount: 1 PTS, per: 1.00}}
              - number: 2
                code: EVERY-TENTH
                scheme: CLUB
                type: STAMPS
                classification: REWARD_LOYALTY_TRANSACTION_NUMBER_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {target: 10, period: 12 MONTHS}
                award: {amount: 3.00}
              - number: 3
                code: ONCE-A-DAY
                scheme: CLUB
                type: POINTS
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 5.00}
                award: {amount: 0.10}
                conditions: {promoCodes: [DAILY]}
                caps: [{of: PARTICIPANT, awards: 1, per: DAY}]
            """;

    private final Trips trips = new Trips();
    private final HikariDataSource database = Databases.postgres();
    private Programme programme;
    private RewardsEngine engine;

    @BeforeEach
    void start() {
        JdbcStore.migrate(database);
        programme = ProgrammeReader.read("trips.yaml", PROGRAMME);
        engine = RewardsEngine.builder(
                        programme, JdbcStore.of(trips.of(database)), () -> Instant.parse("2026-01-01T00:00:00Z"))
                .build();
        evaluate("""
                {"id": "1", "type": "participant_registered", "participant": "ada", "unit": "SHOP",
                 "performedOn": "2025-03-01T10:00:00Z"}""");
        trips.taken();
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void anOrdinaryPurchaseTakesTwoReadsAndOneWrite() {
        for (int i = 0; i < 12; i++) {
            assertThat(purchase("p" + i, "").granted()).isNotEmpty();
            assertThat(kinds(trips.taken())).as("purchase %s", i).containsExactly("select", "select", "write");
        }
    }

    @Test
    void aPurchaseUnderALimitOfItsParticipantTakesAnotherRead() {
        for (int i = 0; i < 3; i++) {
            purchase("p" + i, "\"promoCode\": \"DAILY\",");
            assertThat(kinds(trips.taken()))
                    .as("purchase %s", i)
                    .startsWith("select", "select")
                    .endsWith("write")
                    .hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void whatWasRecordedIsOnlyRead() {
        purchase("p", "");
        trips.taken();

        purchase("p", "");

        assertThat(kinds(trips.taken())).containsOnly("select").hasSizeLessThanOrEqualTo(4);
    }

    private Outcome purchase(String id, String more) {
        return evaluate("""
                {"id": "%s", "type": "purchase", "participant": "ada", "unit": "SHOP",
                 "performedOn": "2025-03-02T10:00:00Z", %s
                 "lines": [{"product": "WINE", "quantity": 2, "total": "22.40"}]}""".formatted(id, more));
    }

    private Outcome evaluate(String event) {
        return engine.evaluate(new EventReader(programme).read("test", event));
    }

    private static List<String> kinds(List<String> statements) {
        return statements.stream()
                .map(sql -> sql.startsWith("select") ? "select" : "write")
                .toList();
    }
}
