package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.decision.Admission;
import io.rewards.decision.Explanation;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.Purchase;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * The front door: events go in, outcomes come out. Build one for each programme and share it: it is thread-safe. An
 * evaluation that fails with an exception has changed nothing.
 *
 * <p>The clock is asked at most once for each event, when the event itself does not say when it was received; everything
 * else follows from the event, the account, the programme and the rules, so that a replay gives the same outcomes.
 */
public final class RewardsEngine {

    private static final int MOST_TRIES = 100_000;

    private final RewardsStore store;
    private final InstantSource clock;
    private volatile Generation current;
    private final Object reloading = new Object();

    private RewardsEngine(Generation first, RewardsStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
        current = first;
    }

    /**
     * Starts an engine.
     *
     * @param programme that decides
     * @param store where accounts, events and outcomes are kept
     * @param clock for the instant at which an event is received, where the event does not say
     */
    public static Builder builder(Programme programme, RewardsStore store, InstantSource clock) {
        return new Builder(programme, store, clock);
    }

    /**
     * Decides {@code event} and records the outcome. The same event again gets the first outcome and changes nothing.
     *
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Outcome evaluate(CustomerEvent event) {
        Instant processedOn = processedOn(event);
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Outcome> first = firstOutcome(event);
            if (first.isPresent()) {
                return first.get();
            }
            Decision decision = decide(event, processedOn);
            if (decision.changes().isEmpty() || store.commit(decision.changes().get())) {
                return decision.outcome();
            }
            Thread.onSpinWait();
        }
        throw new IllegalStateException("The store refused to commit event (" + event.key() + ") " + MOST_TRIES
                + " times. Maybe it does not see its own writes.");
    }

    /**
     * The outcome that {@link #evaluate} would give now, without recording anything.
     *
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Outcome preview(CustomerEvent event) {
        return firstOutcome(event)
                .orElseGet(() -> decide(event, processedOn(event)).outcome());
    }

    /**
     * Why one offer does or does not apply to a purchase, also an offer that {@link #evaluate} need not look at. Where the
     * purchase was evaluated, its recorded verdict; otherwise, and for offers without one, the verdict as of now.
     *
     * @throws IllegalArgumentException when the programme has no offer of this code
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Explanation explain(Purchase purchase, String offerCode) {
        Generation generation = current;
        Offer offer = generation
                .catalogue()
                .offer(offerCode)
                .orElseThrow(
                        () -> new IllegalArgumentException("The offer (" + offerCode + ") is not in the programme."));
        Optional<Verdict> recorded = firstOutcome(purchase).flatMap(outcome -> outcome.verdictOn(offerCode));
        if (recorded.isPresent()) {
            return new Explanation(offerCode, recorded, List.of(), true);
        }
        Instant processedOn = processedOn(purchase);
        Optional<Account> account = store.account(purchase.participant());
        List<Problem> problems = Admission.problems(purchase, account, generation.catalogue(), processedOn);
        Optional<Verdict> verdict = account.filter(known -> problems.isEmpty())
                .map(known -> generation.verdictOn(offer, purchase, known, processedOn, store::usage));
        return new Explanation(offerCode, verdict, problems, false);
    }

    /**
     * Takes new rules: checked and compiled aside, then swapped in at once. Evaluations under way finish with the old ones.
     *
     * @throws io.rewards.rules.RuleCompilationException naming every problem; the old rules stay in force
     * @throws InvalidInputException when the rules read attributes that the programme does not declare
     */
    public void reload(RulePack pack) {
        RuleSet rules = DroolsRuleCompiler.compile(pack);
        synchronized (reloading) {
            current = generation(current.catalogue(), rules);
        }
    }

    /**
     * Takes a new programme: checked as a whole, then swapped in at once. Evaluations under way finish with the old one.
     *
     * @throws InvalidInputException naming every problem; the old programme stays in force
     */
    public void reload(Programme programme) {
        Catalogue catalogue = Catalogue.of(programme);
        synchronized (reloading) {
            current = generation(catalogue, current.rules());
        }
    }

    /** The programme in force. */
    public Programme programme() {
        return current.catalogue().programme();
    }

    /** Hash of the rule pack in force. */
    public String packHash() {
        return current.rules().hash();
    }

    Decision decide(CustomerEvent event, Instant processedOn) {
        return current.decide(event, store.account(event.participant()), processedOn, store::usage);
    }

    private Instant processedOn(CustomerEvent event) {
        return event.header().receivedOn().orElseGet(clock::instant);
    }

    private Optional<Outcome> firstOutcome(CustomerEvent event) {
        Optional<Recorded> recorded = store.recorded(event.key());
        recorded.ifPresent(first -> {
            if (!first.event().sameAs(event)) {
                throw new EventIdReusedException(event.key());
            }
        });
        return recorded.map(Recorded::outcome);
    }

    private static Generation generation(Catalogue catalogue, RuleSet rules) {
        List<Problem> problems = rules.attributeUses().stream()
                .filter(use -> catalogue
                        .attribute(use.path())
                        .filter(declared -> use.accepts(declared.type()))
                        .isEmpty())
                .map(use -> new Problem(
                        "attributes",
                        "The rule (" + use + ") reads the attribute (" + use.path() + ")"
                                + use.type().map(type -> " as " + type).orElse("")
                                + ", which the programme does not declare so."))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInputException("programme " + catalogue.programme().name(), problems);
        }
        return new Generation(catalogue, rules);
    }

    /** Collects what an engine is made of. Not thread-safe. */
    public static final class Builder {

        private final Programme programme;
        private final RewardsStore store;
        private final InstantSource clock;
        private Optional<RuleSet> rules = Optional.empty();
        private RulePack pack = RulePack.builtIn();

        private Builder(Programme programme, RewardsStore store, InstantSource clock) {
            this.programme = programme;
            this.store = store;
            this.clock = clock;
        }

        /** Decides by the rules of {@code files}; the built-in pack unless said. */
        public Builder withRules(RulePack files) {
            pack = files;
            return this;
        }

        /** Decides by {@code ready} rules, such as a set that another engine compiled. */
        public Builder withRules(RuleSet ready) {
            rules = Optional.of(ready);
            return this;
        }

        /**
         * The engine.
         *
         * @throws InvalidInputException naming everything that is wrong with the programme
         * @throws io.rewards.rules.RuleCompilationException naming everything that is wrong with the rules
         */
        public RewardsEngine build() {
            Catalogue catalogue = Catalogue.of(programme);
            RuleSet set = rules.orElseGet(() -> DroolsRuleCompiler.compile(pack));
            return new RewardsEngine(generation(catalogue, set), store, clock);
        }
    }
}
