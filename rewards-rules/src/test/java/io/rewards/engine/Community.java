package io.rewards.engine;

import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.eur;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Award;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.Terms;
import io.rewards.decision.Outcome;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.Secret;
import io.rewards.participant.TerminationReason;
import io.rewards.problem.Problem;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A programme with many participants, who register, join, refer, leave and are merged: the fixture for taking part. */
final class Community {

    /** Towns may share a store, so no two events of a test run have the same id. */
    private static final AtomicInteger EVENTS = new AtomicInteger();

    final RewardsStore store;
    final RewardsEngine engine;

    Community(Programme programme, RewardsStore store, ReferenceCodeValidator thirdParty) {
        this.store = store;
        engine = RewardsEngine.builder(programme, store, () -> Instant.parse("2030-01-01T00:00:00Z"))
                .withRules(Shop.RULES)
                .withReferenceCodes(thirdParty)
                .build();
    }

    /** A community with the schemes of the shop. */
    static Community with(Offer... offers) {
        return of(Shop.programme(Shop.settings(), offers));
    }

    static Community of(Programme programme) {
        return new Community(programme, new InMemoryStore(), ReferenceCodeValidator.NONE);
    }

    static Programme programme(List<Scheme> schemes, Offer... offers) {
        return Shop.programme(Shop.settings(), offers).toBuilder()
                .withSchemes(Stream.concat(Stream.of(Scheme.of("CLUB"), Scheme.of("OTHER")), schemes.stream())
                        .toList())
                .build();
    }

    /** 3.00 for any purchase. */
    static Offer.Builder anyPurchase(String code) {
        return Shop.offer(code, new Terms.TransactionRevenue(eur("0.00"), Optional.empty()), Shop.fixed("3.00"));
    }

    /** 5.00 for a referral. */
    static Offer.Builder referrals(String code) {
        return Shop.offer(code, new Terms.Referrals(), Shop.fixed("5.00"));
    }

    /** 5.00 for a sign-up. */
    static Offer.Builder signUps(String code, boolean requirePriorAward) {
        return Shop.offer(code, new Terms.SignUps(requirePriorAward), Shop.fixed("5.00"));
    }

    /** An offer of another scheme. */
    static Offer.Builder inScheme(String scheme, String code, Terms terms, Award award) {
        return Offer.builder(
                        Math.abs((long) code.hashCode()) + 100,
                        code,
                        scheme,
                        terms.classification().name(),
                        terms,
                        award)
                .withEffectiveSince(Shop.LONG_AGO);
    }

    EventHeader header(String participant, String time) {
        return header("E" + EVENTS.incrementAndGet(), participant, time);
    }

    static EventHeader header(String id, String participant, String time) {
        return EventHeader.of(id, participant, "U1", at(time)).receivedOn(at(time));
    }

    Outcome register(String participant, String time) {
        return engine.evaluate(new ParticipantRegistered(header(participant, time), Profile.EMPTY));
    }

    Outcome join(String participant, String scheme, String code, String time) {
        return engine.evaluate(new SchemeSignUp(header(participant, time), scheme, code));
    }

    /** Participants who register and join the club on 1 January 2024. */
    Community members(String... participants) {
        for (String participant : participants) {
            register(participant, "2024-01-01");
            join(participant, "CLUB", "", "2024-01-01");
        }
        return this;
    }

    Outcome leave(String participant, String scheme, String time) {
        return engine.evaluate(new SchemeSignOff(header(participant, time), scheme));
    }

    Outcome buy(String participant, String time) {
        return engine.evaluate(
                Purchase.of(header(participant, time), PurchaseLine.of("thing", "thing", 1, eur("10.00"))));
    }

    Outcome refer(String referrer, String referred, String time) {
        return engine.evaluate(new Referral(header(referred, time), referrer));
    }

    Outcome give(String participant, String token, String time) {
        return engine.evaluate(new AccessTokenChanged(header(participant, time), Secret.hashOf(token), true));
    }

    Outcome terminate(String participant, TerminationReason reason, String time) {
        return engine.evaluate(new ParticipantTerminated(header(participant, time), reason, Optional.empty()));
    }

    /** The duplicate leaves with money and these tokens. */
    Outcome merge(String duplicate, String stays, String time, String... tokens) {
        return engine.evaluate(merging(header(duplicate, time), stays, tokens));
    }

    static CustomerEvent merging(EventHeader header, String stays, String... tokens) {
        Set<String> hashes = new TreeSet<>();
        for (String token : tokens) {
            hashes.add(Secret.hashOf(token));
        }
        return new ParticipantTerminated(
                header, TerminationReason.DUPLICATION, Optional.of(new Replacement(stays, true, hashes)));
    }

    Account account(String participant) {
        return store.account(participant).orElseThrow();
    }

    Participant participant(String participant) {
        return account(participant).participant();
    }

    /** What is left of each lot, in order. */
    List<String> wallet(String participant) {
        return account(participant).lots().stream()
                .map(lot -> lot.remaining().toString())
                .toList();
    }

    /** The transactions of a kind as text: amount and day. */
    List<String> journal(String participant, TransactionKind kind) {
        return store.records(participant).orElseThrow().transactions().stream()
                .filter(transaction -> transaction.kind() == kind)
                .map(transaction -> transaction.amount() + " on "
                        + transaction.on().atZone(Shop.ZONE).toLocalDate())
                .toList();
    }

    static List<String> problems(Outcome outcome) {
        return outcome.problems().stream().map(Problem::toString).toList();
    }

    /** The sum of what the transactions of a kind moved, over all participants. */
    static Amount moved(InMemoryStore store, TransactionKind kind) {
        return store.accounts()
                .flatMap(account -> store.records(account.participant().id()).stream())
                .flatMap(records -> records.transactions().stream())
                .filter(transaction -> transaction.kind() == kind)
                .map(Transaction::amount)
                .reduce(eur("0.00"), Amount::plus);
    }

    /** What all wallets hold together. */
    static Amount money(InMemoryStore store) {
        return store.accounts()
                .flatMap(account -> account.lots().stream())
                .map(lot -> lot.remaining())
                .reduce(eur("0.00"), Amount::plus);
    }
}
