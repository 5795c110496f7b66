package io.rewards.settling;

import io.rewards.catalogue.Programme;
import io.rewards.engine.RewardsEngine;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import java.time.Instant;
import java.util.List;

/** Three merchants, one customer, and four purchases that are awarded and paid from the wallet in part. */
final class ThreeMerchants {

    static final Instant ON = Instant.parse("2026-02-01T00:00:00Z");

    private static final String PROGRAMME = """
            name: Town
            settings: {zone: UTC, currency: EUR}
            units: [{code: A}, {code: B}, {code: C}]
            schemes: [{code: CLUB, signUp: {option: AUTO}}]
            offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
            agreements:
              - {code: OF-A, unit: A, state: EFFECTIVE, contribution: 60, settlement: {automatic: true, fee: 1}}
              - {code: OF-B, unit: B, state: EFFECTIVE, settlement: {automatic: true}}
              - {code: OF-C, unit: C, state: EFFECTIVE, settlement: {automatic: true}}
            offers:
              - number: 1
                code: TENTH
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 0.00}
                award: {percentage: 10}
            """;

    private ThreeMerchants() {}

    static Programme programme() {
        return ProgrammeReader.read("town.yaml", PROGRAMME);
    }

    /** Everything that happens. */
    static void live(RewardsEngine engine) {
        int purchases = 0;
        EventReader reader = new EventReader(engine.programme());
        engine.evaluate(reader.read("test", """
                {"id": "r", "type": "participant_registered", "participant": "ada", "unit": "A",
                 "performedOn": "2026-01-01T10:00:00Z"}"""));
        for (String unit : List.of("A", "B", "C", "A")) {
            engine.evaluate(reader.read("test", """
                    {"id": "p%s", "type": "purchase", "participant": "ada", "unit": "%s", "spend": {"amount": "0.50"},
                     "performedOn": "2026-01-02T10:00:00Z", "lines": [{"product": "W", "quantity": 1, "total": "20.00"}]}""".formatted(++purchases, unit)));
        }
    }
}
