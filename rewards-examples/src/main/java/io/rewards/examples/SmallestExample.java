package io.rewards.examples;

import io.rewards.catalogue.Programme;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.store.InMemoryStore;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;

/** As little as it takes: a programme and events as text, in and out. */
public final class SmallestExample {

    private static final String PROGRAMME = """
            name: Corner shop
            settings: {zone: Europe/Dublin, currency: EUR}
            units: [{code: SHOP}]
            schemes: [{code: CLUB}]
            offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
            offers:
              - number: 1
                code: BASKET-20
                scheme: CLUB
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                type: BASKET
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 20.00}
                award: {percentage: 5}
            """;

    private static final List<String> EVENTS = List.of("""
            {"id": "1", "type": "participant_registered", "participant": "ada", "unit": "SHOP",
             "performedOn": "2025-03-01T10:00:00Z"}""", """
            {"id": "2", "type": "scheme_sign_up", "participant": "ada", "unit": "SHOP", "scheme": "CLUB",
             "performedOn": "2025-03-01T10:01:00Z"}""", """
            {"id": "3", "type": "purchase", "participant": "ada", "unit": "SHOP", "performedOn": "2025-03-01T10:02:00Z",
             "lines": [{"product": "WINE", "quantity": 2, "total": "22.40"}]}""", """
            {"id": "4", "type": "purchase", "participant": "ada", "unit": "SHOP", "performedOn": "2025-03-01T10:03:00Z",
             "lines": [{"product": "BREAD", "quantity": 1, "total": "3.70"}]}""");

    private SmallestExample() {}

    /** Prints what each event brings. */
    public static void main(String[] args) {
        run(System.out);
    }

    static void run(PrintStream out) {
        Programme programme = ProgrammeReader.read("corner-shop.yaml", PROGRAMME);
        EventReader reader = new EventReader(programme);
        RewardsEngine engine = RewardsEngine.builder(programme, new InMemoryStore(), InstantSource.system())
                .build();

        for (String text : EVENTS) {
            Outcome outcome = engine.evaluate(reader.read("till", text));
            outcome.granted().forEach(granted -> out.println(granted.offer() + " awards " + granted.amount()));
            outcome.declined()
                    .forEach(declined -> declined.declines()
                            .forEach(decline -> out.println(declined.offer() + ": " + decline.sentence())));
        }
    }
}
