package io.rewards.workers;

import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.ledger.JournalEntry;
import io.rewards.oracle.HandWrittenRules;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Participants with birthdays, friends and purchases that wait, so that runs and deliveries have something to do. */
final class Village {

    static final Instant NIGHT = Instant.parse("2025-03-03T01:00:00Z");
    static final Instant SUMMER = Instant.parse("2025-07-01T01:00:00Z");

    static final Programme PROGRAMME = ProgrammeReader.read("village.yaml", """
            name: Village
            settings: {zone: Europe/Nicosia, currency: EUR}
            units: [{code: SHOP}]
            schemes: [{code: CLUB, signUp: {option: AUTO}}]
            offerTypes:
              - {code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}
              - {code: FRIENDS, classification: REWARD_REFERRALS}
              - {code: BIRTHDAYS, classification: REWARD_ON_BIRTHDAY}
            runs: [{code: NIGHTLY, effective: true}]
            messages: [{kind: AWARD, language: en, text: "You got #award.amount#."}]
            offers:
              - number: 1
                code: AT-ONCE
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 10.00}
                award: {percentage: 5}
                awardValidity: {expires: {after: 20 DAYS}}
              - number: 2
                code: A-FEW-BY-NIGHT
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                evaluation: BATCH
                terms: {from: 5.00}
                award: {amount: 1.00}
                caps: [{of: ALL, awards: 7}]
              - number: 3
                code: BRING-A-FRIEND
                scheme: CLUB
                type: FRIENDS
                classification: REWARD_REFERRALS
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {}
                award: {amount: 5.00}
              - number: 4
                code: BIRTHDAY
                scheme: CLUB
                type: BIRTHDAYS
                classification: REWARD_ON_BIRTHDAY
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {}
                award: {amount: 10.00}
            """);

    static final RunDefinition NIGHTLY = PROGRAMME.runs().get(0);

    private static final EventReader READER = new EventReader(PROGRAMME);

    private Village() {}

    /** An engine on {@code store}; several of them are several processes. */
    static RewardsEngine engine(RewardsStore store, InstantSource clock) {
        return RewardsEngine.builder(PROGRAMME, store, clock)
                .withRules(new HandWrittenRules("by hand"))
                .build();
    }

    static RewardsEngine engine(RewardsStore store) {
        return engine(store, () -> SUMMER);
    }

    /** The id of a villager. */
    static String id(int villager) {
        return "P%02d".formatted(villager);
    }

    /** Everybody has a birthday and buys twice, once at once and once by night; each second one was referred. */
    static RewardsStore settled(RewardsStore store, int villagers) {
        RewardsEngine engine = engine(store);
        for (int i = 0; i < villagers; i++) {
            send(engine, """
                    {"id": "reg %s", "type": "participant_registered", "participant": "%s", "unit": "SHOP",
                     "performedOn": "2025-03-01T10:00:00Z", "profile": {"dateOfBirth": "1990-03-03"}}""".formatted(id(i), id(i)));
            if (i % 2 == 1) {
                send(engine, """
                        {"id": "ref %s", "type": "referral", "participant": "%s", "unit": "SHOP", "referrer": "%s",
                         "performedOn": "2025-03-01T11:00:00Z"}""".formatted(id(i), id(i), id(i - 1)));
            }
        }
        for (int i = 0; i < villagers; i++) {
            send(engine, """
                    {"id": "buy %s", "type": "purchase", "participant": "%s", "unit": "SHOP",
                     "performedOn": "2025-03-01T12:00:00Z",
                     "lines": [{"product": "WINE", "quantity": 2, "total": "22.40"}]}""".formatted(id(i), id(i)));
            send(engine, """
                    {"id": "wait %s", "type": "purchase", "participant": "%s", "unit": "SHOP", "processImmediately": false,
                     "performedOn": "2025-03-01T13:00:00Z",
                     "lines": [{"product": "WINE", "quantity": 1, "total": "11.20"}]}""".formatted(id(i), id(i)));
        }
        return store;
    }

    private static void send(RewardsEngine engine, String event) {
        CustomerEvent read = READER.read("village", event);
        if (!engine.evaluate(read).isRecorded()) {
            throw new AssertionError(engine.evaluate(read).problems().toString());
        }
    }

    /** All journals, with their hashes. */
    static Map<String, List<JournalEntry>> journals(RewardsStore store) {
        Map<String, List<JournalEntry>> journals = new TreeMap<>();
        for (String participant : store.participants("", 1_000)) {
            journals.put(participant, new ArrayList<>(store.journal(participant, 0, 1_000)));
        }
        return journals;
    }
}
