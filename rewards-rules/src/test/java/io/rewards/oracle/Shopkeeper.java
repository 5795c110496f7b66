package io.rewards.oracle;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.engine.EventIdReusedException;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.event.Purchase;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An engine at work on a history. For one thread, unless its engine is shared. */
final class Shopkeeper {

    static final RuleSet DROOLS = DroolsRuleCompiler.compile(RulePack.builtIn());
    static final RuleSet BY_HAND = new HandWrittenRules(DROOLS.hash());

    private final Programme programme;
    private final RewardsStore store;
    private final RewardsEngine engine;

    private Shopkeeper(Programme programme, RewardsStore store, RewardsEngine engine) {
        this.programme = programme;
        this.store = store;
        this.engine = engine;
    }

    static Shopkeeper of(History history, RuleSet rules) {
        return of(history, rules, new InMemoryStore());
    }

    static Shopkeeper of(History history, RuleSet rules, RewardsStore store) {
        return new Shopkeeper(history.programme(), store, engine(history.programme(), history.closing(), rules, store));
    }

    static RewardsEngine engine(Programme programme, Instant clock, RuleSet rules, RewardsStore store) {
        return RewardsEngine.builder(programme, store, InstantSource.fixed(clock))
                .withRules(rules)
                .build();
    }

    RewardsEngine engine() {
        return engine;
    }

    /** The outcome; empty where the id belongs to another event. */
    Optional<Outcome> evaluate(CustomerEvent event) {
        try {
            return Optional.of(engine.evaluate(event));
        } catch (EventIdReusedException e) {
            return Optional.empty();
        }
    }

    /** As {@link #evaluate}, without recording anything. */
    Optional<Outcome> preview(CustomerEvent event) {
        try {
            return Optional.of(engine.preview(event));
        } catch (EventIdReusedException e) {
            return Optional.empty();
        }
    }

    /** The purchase, where {@code event} is one that would be decided now for the first time. */
    Optional<Purchase> decidedNow(CustomerEvent event) {
        return event instanceof Purchase purchase
                        && store.recorded(event.key()).isEmpty()
                        && engine.preview(event).payable().isPresent()
                ? Optional.of(purchase)
                : Optional.empty();
    }

    /** All outcomes, in order. */
    List<Optional<Outcome>> evaluateAll(List<CustomerEvent> events) {
        List<Optional<Outcome>> outcomes = new ArrayList<>();
        events.forEach(event -> outcomes.add(evaluate(event)));
        return outcomes;
    }

    /** The verdict on every offer of the programme, as of now, also on those that the index leaves out. */
    SortedMap<String, Verdict> verdictsOnAll(Purchase purchase) {
        SortedMap<String, Verdict> verdicts = new TreeMap<>();
        for (Offer offer : programme.offers()) {
            engine.explain(purchase, offer.code()).verdict().ifPresent(verdict -> verdicts.put(offer.code(), verdict));
        }
        return verdicts;
    }
}
