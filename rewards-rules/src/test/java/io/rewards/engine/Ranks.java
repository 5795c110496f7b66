package io.rewards.engine;

import static io.rewards.engine.Shop.at;
import static io.rewards.engine.Shop.eur;

import io.rewards.account.Account;
import io.rewards.catalogue.MessageTemplate;
import io.rewards.catalogue.NotificationKind;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Tier;
import io.rewards.catalogue.TierSettings;
import io.rewards.decision.Outcome;
import io.rewards.event.EventHeader;
import io.rewards.event.GoodsReturn;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.ReturnedLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.TierSet;
import io.rewards.participant.Profile;
import io.rewards.participant.Replacement;
import io.rewards.participant.TerminationReason;
import io.rewards.run.RunListener;
import io.rewards.store.InMemoryStore;
import io.rewards.tier.TierChange;
import io.rewards.tier.TierOutlook;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A shop with Silver from 0, Gold from 500 and Platinum from 1500 units in 12 months, and two participants, P1 and P2. */
final class Ranks {

    static final Tier SILVER = Tier.of("SILVER", 0, Shop.months(12));
    static final Tier GOLD = Tier.of("GOLD", 500, Shop.months(12));
    static final Tier PLATINUM = Tier.of("PLATINUM", 1500, Shop.months(12));
    static final RunDefinition RUN = RunDefinition.ofEverything("NIGHTLY");

    final InMemoryStore store = new InMemoryStore();
    final RewardsEngine engine;
    private int events;

    private Ranks(Programme programme) {
        engine = RewardsEngine.builder(programme, store, () -> Instant.parse("2040-01-01T00:00:00Z"))
                .withRules(Shop.RULES)
                .build();
        for (String participant : List.of("P1", "P2")) {
            engine.evaluate(
                    new ParticipantRegistered(header("reg-" + participant, participant, Shop.LONG_AGO), Profile.EMPTY));
            engine.evaluate(new SchemeSignUp(header("join-" + participant, participant, Shop.LONG_AGO), "CLUB", ""));
        }
    }

    static Ranks with(Offer... offers) {
        return with(TierSettings.DEFAULT, List.of(SILVER, GOLD, PLATINUM), offers);
    }

    static Ranks with(TierSettings settings, List<Tier> tiers, Offer... offers) {
        return new Ranks(programme(settings, tiers, offers));
    }

    static Programme programme(TierSettings settings, List<Tier> tiers, Offer... offers) {
        return Shop.programme(Shop.settings().with(settings), offers).toBuilder()
                .withTiers(tiers)
                .withRuns(List.of(RUN))
                .withMessages(List.of(
                        new MessageTemplate(
                                NotificationKind.TIER_UP, "en", "#tier.before# to #tier.name# on #tier.date#"),
                        new MessageTemplate(NotificationKind.TIER_DOWN, "en", "down to #tier.code# on #tier.date#"),
                        new MessageTemplate(
                                NotificationKind.TIER_AT_RISK,
                                "en",
                                "#tier.missing# to keep #tier.name# by #tier.review#")))
                .build();
    }

    EventHeader header(String localTime) {
        events++;
        return header("E" + events, "P1", at(localTime));
    }

    static EventHeader header(String id, String participant, Instant on) {
        return EventHeader.of(id, participant, "U1", on).receivedOn(on);
    }

    Outcome buy(String localTime, String total) {
        return buy(localTime, Shop.thing(total));
    }

    Outcome buy(String localTime, PurchaseLine... lines) {
        return engine.evaluate(Purchase.of(header(localTime), lines));
    }

    /** P2 buys one thing. */
    Outcome otherBuys(String localTime, String total) {
        events++;
        return engine.evaluate(Purchase.of(header("E" + events, "P2", at(localTime)), Shop.thing(total)));
    }

    Outcome goesBack(String localTime, Outcome purchase) {
        return engine.evaluate(GoodsReturn.of(header(localTime), new ReturnedLine(purchase.event(), "thing", 1)));
    }

    Outcome goesBack(String localTime, Outcome purchase, String amount) {
        return engine.evaluate(
                GoodsReturn.of(header(localTime), ReturnedLine.refund(purchase.event(), "thing", eur(amount))));
    }

    Outcome set(String localTime, String tier, String until) {
        return engine.evaluate(new TierSet(
                header(localTime),
                tier,
                "friend of the house",
                "anna",
                until.isEmpty() ? Optional.empty() : Optional.of(at(until))));
    }

    /** P2 is a duplicate of P1. */
    void merge(String localTime) {
        events++;
        engine.evaluate(new ParticipantTerminated(
                header("E" + events, "P2", at(localTime)),
                TerminationReason.DUPLICATION,
                Optional.of(new Replacement("P1", true, Set.of()))));
    }

    void run(String localTime) {
        engine.runs().run(RUN, at(localTime), RunListener.NONE);
    }

    Account account(String participant) {
        return store.account(participant).orElseThrow();
    }

    /** The tier as the store knows it. */
    String tier() {
        return account("P1").participant().tier();
    }

    /** What is left of the changes, such as {@code GOLD 2024-03-01T10:00:00Z}. */
    List<String> history() {
        return account("P1").tiering().changes().stream().map(Ranks::words).toList();
    }

    private static String words(TierChange change) {
        return change.why() + " " + change.tier() + " "
                + change.on().atZone(Shop.ZONE).toLocalDateTime();
    }

    /** What P1 and P2 were told, in order. */
    List<String> told() {
        return store.notifications(0, 100).stream()
                .map(kept -> kept.what().participant() + " " + kept.what().text())
                .toList();
    }

    TierOutlook explained(String localTime) {
        return engine.explainTier("P1", at(localTime));
    }
}
