package io.rewards.engine;

import io.rewards.account.Loaded;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.decision.Explanation;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.RaisedEvent;
import io.rewards.kind.EventKinds;
import io.rewards.past.Needs;
import io.rewards.problem.Problem;
import io.rewards.report.LedgerReports;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.store.ConsistentRead;
import io.rewards.store.PreviewStore;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.tier.TierOutlook;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door: events go in, outcomes come out. Build one for each programme and share it: it is thread-safe. An
 * evaluation that fails with an exception has changed nothing.
 *
 * <p>The clock is asked at most once for each event, when the event itself does not say when it was received; everything
 * else follows from the event, the account, the programme and the rules, so that a replay gives the same outcomes.
 */
public final class RewardsEngine {

    private static final Logger LOG = LoggerFactory.getLogger(RewardsEngine.class);

    private final RewardsStore store;
    private final InstantSource clock;
    private final ReferenceCodeValidator validator;
    private final HostWallets wallets;
    private final Observation observation;
    private final StoreLookups lookups;
    private final Workplace workplace;
    private final CommitLoop commits;
    private final EngineRuns runs;
    private final EngineParticipants participants;
    private final EngineSettlements settlements;
    private volatile InForce current;
    private volatile ReloadReport latestReload;
    private final Tokens tokens;
    private final Object reloading = new Object();

    RewardsEngine(
            Succession first,
            RewardsStore store,
            InstantSource clock,
            ReferenceCodeValidator validator,
            HostWallets wallets,
            Observation observation) {
        this.wallets = wallets;
        this.observation = observation;
        this.store = store;
        this.clock = clock;
        this.validator = validator;
        lookups = new StoreLookups(store, validator);
        take(first);
        tokens = new Tokens(wallets.voucherKey());
        workplace = new Workplace(store, new Turns(), this::corridor, clock, observation);
        commits = new CommitLoop(workplace, CommitLoop.Watcher.LOGGING);
        runs = new EngineRuns(workplace, this::previewWorkplace, () -> current, lookups, commits, this::close);
        settlements = new EngineSettlements(workplace, () -> current);
        participants = new EngineParticipants(store, () -> current, this::corridor, lookups, runs, wallets);
    }

    /**
     * Starts an engine.
     *
     * @param programme that decides
     * @param store where accounts, events and outcomes are kept
     * @param clock for the instant at which an event is received, where the event does not say
     */
    public static RewardsEngineBuilder builder(Programme programme, RewardsStore store, InstantSource clock) {
        return new RewardsEngineBuilder(programme, store, clock);
    }

    /**
     * Decides {@code event} and records the outcome. The same event again gets the first outcome and changes nothing.
     *
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Outcome evaluate(CustomerEvent event) {
        Instant processedOn = processedOn(event);
        if (event instanceof RaisedEvent) {
            return observation.refused(event, refusedAsRaised(event, processedOn));
        }
        CustomerEvent decided = tokens.made(event);
        return tokens.told(commits.write(decided, () -> Optional.of(decided(decided, processedOn)))
                .orElseThrow());
    }

    /**
     * Decides {@code event} as {@link #evaluate(CustomerEvent)} does, and records the outcome in {@code joined}: a store that
     * writes in a transaction of the host, so that the host's own work and what the event brings happen both or not at all.
     * What follows for others stays in the store until {@link EngineRuns#applyFollowUps} applies it, after the host's
     * commit.
     *
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Outcome evaluate(CustomerEvent event, RewardsStore joined) {
        Instant processedOn = processedOn(event);
        if (event instanceof RaisedEvent) {
            return observation.refused(event, refusedAsRaised(event, processedOn));
        }
        CustomerEvent decided = tokens.made(event);
        StoreLookups there = new StoreLookups(joined, validator);
        // Turns of its own: the transaction holds its locks until the host ends it, so nobody may wait for it in
        // memory.
        Workplace workplace =
                new Workplace(joined, new Turns(), () -> new Corridor(current, there), clock, observation);
        return tokens.told(new CommitLoop(workplace, CommitLoop.Watcher.LOGGING)
                .writeAlone(decided, () -> Optional.of(decided(decided, processedOn, workplace, there)))
                .orElseThrow());
    }

    /**
     * The outcome that {@link #evaluate} would give now, without recording anything.
     *
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Outcome preview(CustomerEvent event) {
        if (event instanceof RaisedEvent) {
            return refusedAsRaised(event, processedOn(event));
        }
        Instant processedOn = processedOn(event);
        CustomerEvent decided = tokens.made(event);
        return tokens.told(ConsistentRead.of(() -> decided(decided, processedOn)));
    }

    private Decision decided(CustomerEvent event, Instant processedOn) {
        return decided(event, processedOn, workplace, lookups);
    }

    /** The first outcome, where there is one: whoever wrote it wrote the account, so the account is loaded first. */
    private static Decision decided(CustomerEvent event, Instant processedOn, Workplace at, StoreLookups lookups) {
        Optional<Loaded> loaded = at.store().load(event.participant(), EventKinds.needs(event));
        return firstOutcome(event, at.store())
                .map(first -> lookups.isCancelled(event) ? first.cancelled() : first)
                .map(first -> new Decision(event, first, Optional.empty(), List.of()))
                .orElseGet(() -> at.current().get().decide(event, loaded, processedOn));
    }

    /**
     * Why one offer does or does not apply to an event, also an offer that {@link #evaluate} need not look at. Where the
     * event was evaluated, its recorded verdict; otherwise, and for offers without one, the verdict as of now.
     *
     * @throws IllegalArgumentException when the programme has no offer of this code
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Explanation explain(CustomerEvent asked, String offerCode) {
        CustomerEvent event = tokens.made(asked);
        Corridor corridor = corridor();
        Offer offer = corridor.inForce().offer(offerCode);
        Instant at = processedOn(event);
        return ConsistentRead.of(() -> {
            Optional<Loaded> loaded = store.load(event.participant(), EventKinds.needs(event));
            Optional<Outcome> first = firstOutcome(event, store);
            return EventExplanation.recorded(offer, event, first, loaded)
                    .orElseGet(() -> EventExplanation.asOfNow(
                            offer, event, first.isPresent(), loaded, new EventExplanation.Now(corridor, at)));
        });
    }

    /**
     * In which tier a participant is as of an instant and why, which purchases count, how far the next tier is, and what keeps
     * this one. Source: domain 8.4.
     *
     * @throws IllegalArgumentException when the participant is not registered
     */
    public TierOutlook explainTier(String participant, Instant asOf) {
        Catalogue catalogue = corridor().inForce().catalogue();
        return ConsistentRead.of(() -> store.load(participant, Needs.NOTHING)
                .map(loaded -> loaded.tierOutlook(catalogue.tiers(), asOf))
                .orElseThrow(() ->
                        new IllegalArgumentException("The participant (" + participant + ") is not registered.")));
    }

    /**
     * Takes new rules: checked and compiled aside, then swapped in at once. Evaluations under way finish with the old ones.
     *
     * @throws io.rewards.rules.RuleCompilationException naming every problem; the old rules stay in force
     * @throws InvalidInputException when the rules read attributes that the programme does not declare
     */
    public void reload(RulePack pack) {
        observation.reloading(EngineObserver.Part.RULES, () -> take(DroolsRuleCompiler.compile(pack)));
    }

    private InForce take(RuleSet rules) {
        synchronized (reloading) {
            current = InForce.of(current.catalogue(), rules, wallets);
            return current;
        }
    }

    /**
     * Takes a new programme: checked as a whole and against what accounts rely on that were kept under those before it, then
     * swapped in at once. Evaluations under way finish with the old one.
     *
     * @return what money in accounts may need and the programme does not have any more
     * @throws InvalidInputException naming every problem, with what to do; the old programme stays in force
     */
    public ReloadReport reload(Programme programme) {
        return observation.reloading(EngineObserver.Part.PROGRAMME, () -> {
            synchronized (reloading) {
                return take(Succession.of(programme, store, next -> InForce.of(next, current.rules(), wallets)));
            }
        });
    }

    private ReloadReport take(Succession succession) {
        current = succession.inForce();
        latestReload = succession.report();
        latestReload.warnings().forEach(warning -> LOG.warn("{}", warning));
        return latestReload;
    }

    /** From now on events are refused, until a programme is taken that fits what accounts have become. */
    private void close(Commitments begun) {
        synchronized (reloading) {
            current = current.with(begun);
        }
    }

    /** What was to be known of the programme in force when it was taken, be it by a reload or at the start. */
    public ReloadReport latestReload() {
        return latestReload;
    }

    /** What operators run by the day or by the night. */
    public EngineRuns runs() {
        return runs;
    }

    /** What merchants and the owner of the programme settle. */
    public EngineSettlements settlements() {
        return settlements;
    }

    /** What is asked about participants. */
    public EngineParticipants participants() {
        return participants;
    }

    /** What the journals and wallets of the store answer: statements, liability, lists, and whether they are right. */
    public LedgerReports ledger() {
        return LedgerReports.of(store, current.catalogue().settings().zone());
    }

    /** The programme in force. */
    public Programme programme() {
        return current.catalogue().programme();
    }

    /** Hash of the rule pack in force. */
    public String packHash() {
        return current.rules().hash();
    }

    /** A place to try things out, of which nothing comes into the store. */
    private Workplace previewWorkplace() {
        PreviewStore preview = new PreviewStore(store);
        Corridor corridor = new Corridor(current, new StoreLookups(preview, validator));
        return new Workplace(preview, new Turns(), () -> corridor, clock, Observation.NONE);
    }

    private Corridor corridor() {
        return new Corridor(current, lookups);
    }

    Decision decide(CustomerEvent event, Instant processedOn) {
        return corridor().decide(event, store.load(event.participant(), EventKinds.needs(event)), processedOn);
    }

    /** The outcome of an event that a host sends and only the engine may raise. */
    private Outcome refusedAsRaised(CustomerEvent event, Instant processedOn) {
        Problem problem =
                new Problem("type", "The event (" + event.key() + ") is of a type that only the engine raises.");
        return new Exit(current).refused(event, List.of(problem), processedOn).outcome();
    }

    /** What the visit of a run over everything finds; dates after {@code since} are looked at. Empty for strangers. */
    Optional<Decision> visit(ParticipantVisited visit, LocalDate since) {
        RunDefinition everything = RunDefinition.ofEverything(visit.run());
        return store.load(visit.participant(), Needs.NOTHING)
                .map(loaded -> corridor().runs().visit(visit, loaded, everything, since));
    }

    /** The verdict of such a visit on one offer, whether or not it would look at it. */
    Verdict verdictOn(String offer, ParticipantVisited visit, LocalDate since) {
        Corridor corridor = corridor();
        return corridor.runs()
                .onVisit(
                        corridor.inForce().offer(offer),
                        visit,
                        store.load(visit.participant(), Needs.NOTHING).orElseThrow(),
                        since);
    }

    private Instant processedOn(CustomerEvent event) {
        return event.header().receivedOn().orElseGet(clock::instant);
    }

    private static Optional<Outcome> firstOutcome(CustomerEvent event, RewardsStore store) {
        Optional<Recorded> recorded = store.recorded(event.key());
        recorded.ifPresent(first -> {
            if (!first.event().sameAs(event)) {
                throw new EventIdReusedException(event.key());
            }
        });
        return recorded.map(Recorded::outcome);
    }
}
