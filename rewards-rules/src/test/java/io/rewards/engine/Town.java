package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.account.AccountRecords;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Settings;
import io.rewards.decision.Outcome;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SubscriptionChanged;
import io.rewards.ledger.Transaction;
import io.rewards.participant.Profile;
import io.rewards.participant.SubscriptionChange;
import io.rewards.rules.RuleSet;
import io.rewards.run.RunListener;
import io.rewards.run.RunReport;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Many participants of the scheme of the {@link Shop}, and its evaluation runs: the fixture of tests of runs. */
final class Town {

    private static final int PAGE = 1_000;

    static final RunDefinition ALL = RunDefinition.ofEverything("ALL");

    final RewardsStore store;
    final RewardsEngine engine;
    final ZoneId zone;

    private Town(Programme programme, RuleSet rules, RewardsStore store) {
        this.store = store;
        zone = programme.settings().zone();
        engine = RewardsEngine.builder(programme, store, () -> Instant.parse("2030-01-01T00:00:00Z"))
                .withRules(rules)
                .build();
    }

    static Town with(Offer... offers) {
        return of(Shop.programme(Shop.settings(), offers), new InMemoryStore());
    }

    static Town in(String zone, Offer... offers) {
        return of(Shop.programme(Settings.of(ZoneId.of(zone), Shop.EUR), offers), new InMemoryStore());
    }

    static Town of(Programme programme, RewardsStore store) {
        return of(programme, Shop.RULES, store);
    }

    static Town of(Programme programme, RuleSet rules, RewardsStore store) {
        return new Town(programme, rules, store);
    }

    /** Registers and signs up to CLUB. */
    Town join(String participant, String time, Profile profile) {
        register(participant, time, profile);
        return signUp(participant, time);
    }

    Town join(String participant) {
        return join(participant, "2000-01-01T12:00", Profile.EMPTY);
    }

    /** Born on this day. */
    Town born(String participant, String day) {
        return join(participant, "2000-01-01T12:00", Profile.EMPTY.withDateOfBirth(LocalDate.parse(day)));
    }

    Town register(String participant, String time, Profile profile) {
        send(new ParticipantRegistered(header("reg/" + participant, participant, time), profile));
        return this;
    }

    Town signUp(String participant, String time) {
        send(new SchemeSignUp(header("join/" + participant, participant, time), "CLUB", ""));
        return this;
    }

    Town subscription(String participant, String id, SubscriptionChange change, String time) {
        send(new SubscriptionChanged(header(id + change + time, participant, time), id, change));
        return this;
    }

    Outcome buy(String id, String participant, String time, String total) {
        return send(Purchase.of(header(id, participant, time), Shop.thing(total)));
    }

    Outcome queue(String id, String participant, String time, String total) {
        return send(Purchase.of(header(id, participant, time).queued(), Shop.thing(total)));
    }

    Outcome send(CustomerEvent event) {
        Outcome outcome = engine.evaluate(event);
        if (!outcome.isRecorded()) {
            throw new AssertionError(outcome.problems().toString());
        }
        return outcome;
    }

    RunReport run(String time) {
        return engine.runs().run(ALL, at(time), RunListener.NONE);
    }

    Instant at(String time) {
        return LocalDateTime.parse(time.contains("T") ? time : time + "T12:00")
                .atZone(zone)
                .toInstant();
    }

    EventHeader header(String id, String participant, String time) {
        return EventHeader.of(id, participant, "U1", at(time)).receivedOn(at(time));
    }

    Account account(String participant) {
        return store.account(participant).orElseThrow();
    }

    /** Everything that was ever kept of a participant. */
    AccountRecords records(String participant) {
        return store.records(participant).orElseThrow();
    }

    /** The awards of a participant as "offer amount day", oldest first. */
    List<String> awards(String participant) {
        return records(participant).awards().stream()
                .map(award -> award.offer() + " " + award.amount() + " "
                        + award.on().atZone(zone).toLocalDate())
                .toList();
    }

    /** Events of a participant that wait for runs. */
    List<EventKey> open(String participant) {
        return account(participant).open().stream().map(open -> open.event()).toList();
    }

    /** Everything in the journal, by participant. */
    List<Transaction> journal() {
        List<Transaction> journal = new ArrayList<>();
        for (List<String> page = store.participants("", PAGE);
                !page.isEmpty();
                page = store.participants(page.get(page.size() - 1), PAGE)) {
            page.forEach(id -> journal.addAll(records(id).transactions()));
        }
        return journal;
    }
}
