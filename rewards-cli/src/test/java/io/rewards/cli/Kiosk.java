package io.rewards.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A shop with two offers and one member, in files of a directory. */
record Kiosk(Path directory) {

    static final String PROGRAMME = """
            name: Kiosk
            version: "7"
            settings: {zone: Europe/Dublin, currency: EUR}
            units: [{code: SHOP}]
            schemes: [{code: CLUB}]
            offerTypes:
              - {code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}
              - {code: VISITS, classification: REWARD_LOYALTY_TRANSACTION_NUMBER_BASED}
            offers:
              - number: 1
                code: TEN
                name: 1 euro for 10 euro
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 10.00}
                award: {amount: 1.00}
              - number: 2
                code: TWICE
                scheme: CLUB
                type: VISITS
                classification: REWARD_LOYALTY_TRANSACTION_NUMBER_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {target: 2, period: 1 MONTHS}
                award: {amount: 0.50}
                spendMethod: SPEND_INSTANTLY
            """;

    static final String REGISTERED = """
            {"type":"participant_registered","id":"r1","participant":"ada","unit":"SHOP",\
            "performedOn":"2025-01-02T08:00:00Z","profile":{"name":"Ada Byrne"}}""";
    static final String SIGNED_UP = """
            {"type":"scheme_sign_up","id":"s1","participant":"ada","unit":"SHOP",\
            "performedOn":"2025-01-02T08:00:00Z","scheme":"CLUB"}""";

    static String purchase(String id, String day, String total) {
        return """
                {"type":"purchase","id":"%s","participant":"ada","unit":"SHOP","performedOn":"%sT10:00:00Z",\
                "lines":[{"product":"BREAD","quantity":1,"total":"%s"}]}""".formatted(id, day, total);
    }

    /** Everything of a purchase of one line comes back. */
    static String goodsReturn(String id, String day, String purchase) {
        return event("goods_return", id, day, """
                "lines":[{"purchase":{"id":"%s"},"line":"1","quantity":1}]""".formatted(purchase));
    }

    /** Some other event of the member, with what it says. */
    static String event(String type, String id, String day, String says) {
        return """
                {"type":"%s","id":"%s","participant":"ada","unit":"SHOP","performedOn":"%sT12:00:00Z",%s}""".formatted(type, id, day, says);
    }

    /** A rule of the host's own. 2 March 2025 is a Sunday. */
    static final String HOUSE_RULE = """
            package io.rewards.rules.pack.house;

            import io.rewards.decision.DeclineReason;
            import io.rewards.decision.TransactionRevenueCandidate;
            import java.time.DayOfWeek;

            global io.rewards.rules.Proposals propose;

            rule "House: baskets earn nothing on Sundays"
                @id( HSE-010 )
            when
                $c : TransactionRevenueCandidate( weekday == DayOfWeek.SUNDAY )
            then
                propose.decline( $c, DeclineReason.HOUSE_RULE );
            end
            """;

    /** The programme in a file. */
    String programme() {
        return file("kiosk.yaml", PROGRAMME);
    }

    /** The member, and then these lines, in a file. */
    String events(String... lines) {
        return file("events.jsonl", REGISTERED + "\n" + SIGNED_UP + "\n" + String.join("\n", lines) + "\n");
    }

    /** Evaluates these lines after the member came. */
    CommandRun evaluate(String... lines) {
        return CommandRun.of("evaluate", "--programme", programme(), "--events", events(lines));
    }

    /** Evaluates these lines after the member came, into a store. */
    CommandRun evaluateInto(String store, String... lines) {
        return CommandRun.of("evaluate", "--programme", programme(), "--events", events(lines), "--store", store);
    }

    String file(String name, String text) {
        try {
            return Files.writeString(directory.resolve(name), text).toString();
        } catch (IOException e) {
            throw new UncheckedIOException("The file (" + name + ") cannot be written.", e);
        }
    }

    /** A directory with one rule file. */
    String houseRules(String text) {
        try {
            Files.createDirectories(directory.resolve("rules/house"));
        } catch (IOException e) {
            throw new UncheckedIOException("The directory of rules cannot be made.", e);
        }
        file("rules/house/house.drl", text);
        return directory.resolve("rules").toString();
    }
}
