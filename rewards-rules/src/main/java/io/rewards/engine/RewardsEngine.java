package io.rewards.engine;

import io.rewards.account.Loaded;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Catalogue;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.RunDefinition;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.decision.Explanation;
import io.rewards.decision.Lookups;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.RaisedEvent;
import io.rewards.kind.EventKinds;
import io.rewards.notification.DeliveryReport;
import io.rewards.notification.NotificationCriteria;
import io.rewards.notification.NotificationReport;
import io.rewards.notification.RewardsListener;
import io.rewards.outlook.CalendarEntry;
import io.rewards.outlook.ParticipantCalendar;
import io.rewards.outlook.Standing;
import io.rewards.participant.Secret;
import io.rewards.past.Needs;
import io.rewards.problem.InvalidInputException;
import io.rewards.problem.Problem;
import io.rewards.report.Ledger;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunListener;
import io.rewards.run.RunRecord;
import io.rewards.run.RunReport;
import io.rewards.store.PreviewStore;
import io.rewards.store.Reading;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The front door: events go in, outcomes come out. Build one for each programme and share it: it is thread-safe. An
 * evaluation that fails with an exception has changed nothing.
 *
 * <p>The clock is asked at most once for each event, when the event itself does not say when it was received; everything
 * else follows from the event, the account, the programme and the rules, so that a replay gives the same outcomes.
 */
public final class RewardsEngine {

    private final RewardsStore store;
    private final InstantSource clock;
    private final ReferenceCodeValidator validator;
    private final HostWallets wallets;
    private final Lookups lookups;
    private final Workplace workplace;
    private final Desk desk;
    private volatile InForce current;
    private final Object reloading = new Object();

    RewardsEngine(
            InForce first,
            RewardsStore store,
            InstantSource clock,
            ReferenceCodeValidator validator,
            HostWallets wallets) {
        this.wallets = wallets;
        this.store = store;
        this.clock = clock;
        this.validator = validator;
        lookups = new StoreLookups(store, validator);
        workplace = new Workplace(store, new Turns(), this::corridor);
        desk = new Desk(workplace, Desk.Watcher.LOGGING);
        current = first;
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
            return refusedAsRaised(event, processedOn);
        }
        return desk.write(event, () -> Optional.of(decided(event, processedOn)))
                .orElseThrow()
                .outcome();
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
        return Reading.of(() -> decided(event, processedOn)).outcome();
    }

    /** The first outcome, where there is one: whoever wrote it wrote the account, so the account is loaded first. */
    private Decision decided(CustomerEvent event, Instant processedOn) {
        Optional<Loaded> loaded = store.load(event.participant(), EventKinds.needs(event));
        return firstOutcome(event)
                .map(first -> new Decision(event, first, Optional.empty(), List.of()))
                .orElseGet(() -> corridor().decide(event, loaded, processedOn));
    }

    /**
     * Why one offer does or does not apply to an event, also an offer that {@link #evaluate} need not look at. Where the
     * event was evaluated, its recorded verdict; otherwise, and for offers without one, the verdict as of now.
     *
     * @throws IllegalArgumentException when the programme has no offer of this code
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Explanation explain(CustomerEvent event, String offerCode) {
        Corridor corridor = corridor();
        Offer offer = corridor.inForce().offer(offerCode);
        Instant at = processedOn(event);
        return Reading.of(() -> {
            Optional<Loaded> loaded = store.load(event.participant(), EventKinds.needs(event));
            Optional<Outcome> first = firstOutcome(event);
            return EventExplanation.recorded(offer, event, first, loaded)
                    .orElseGet(() -> EventExplanation.asOfNow(
                            offer, event, first.isPresent(), loaded, new EventExplanation.Now(corridor, at)));
        });
    }

    /**
     * What an offer that dates, memberships, contact data or subscriptions decide would say at a visit of an evaluation run
     * about the day of {@code asOf}: of several subscriptions, the one that is awarded, or else the first of them.
     *
     * @throws IllegalArgumentException when the programme has no offer of this code, the offer waits for events, or the
     *     participant is not registered
     */
    public Explanation explainVisit(String participant, String offerCode, Instant asOf) {
        Corridor corridor = corridor();
        Offer offer = corridor.inForce().offer(offerCode);
        return Reading.of(() -> VisitExplanation.of(offer, corridor, loaded(participant), asOf));
    }

    /**
     * What a participant has reached in the effective offers of the schemes that he or she has signed up to.
     *
     * @throws IllegalArgumentException when the participant is not registered
     */
    public Standing standing(String participant, Instant asOf) {
        return Reading.of(() -> Standing.of(loaded(participant), current.catalogue(), lookups, asOf));
    }

    /**
     * What will happen to a participant by what is known now, in order of the days; of each run, when it is due next.
     *
     * @throws IllegalArgumentException when the participant is not registered
     */
    public List<CalendarEntry> calendar(String participant, LocalDate from, LocalDate through) {
        return Reading.of(
                () -> ParticipantCalendar.of(loaded(participant), current.catalogue(), from, through, this::nextRun));
    }

    private Loaded loaded(String participant) {
        return store.load(participant, Needs.NOTHING)
                .orElseThrow(
                        () -> new IllegalArgumentException("The participant (" + participant + ") is not registered."));
    }

    /**
     * Decides what waits for evaluation runs as of an instant: the events that were left to it, and for every participant
     * the offers that dates, memberships, contact data and subscriptions decide. The same run again changes nothing; one
     * that was interrupted goes on; what an interrupted run of an earlier instant left undone is done first. A participant
     * who cannot be decided is reported, and the next run tries again.
     *
     * @throws IllegalArgumentException when the definition is not effective, or the instant lies before its latest run
     */
    public RunReport run(RunDefinition definition, Instant asOf, RunListener listener) {
        requireEffective(definition);
        return new EvaluationRun(workplace, definition, asOf, listener).run();
    }

    /** What {@link #run} would report now, without recording anything. */
    public RunReport previewRun(RunDefinition definition, Instant asOf, RunListener listener) {
        requireEffective(definition);
        return new EvaluationRun(aside(), definition, asOf, listener).run();
    }

    /**
     * When {@code definition} is to run next: after its latest run, or at the instant of that run where it was
     * interrupted. Empty for a run that does not recur, is not effective or will not come again.
     */
    public Optional<Instant> nextRun(RunDefinition definition) {
        Optional<RunRecord> latest = store.latestRun(definition.code());
        return latest.filter(run -> definition.effective() && !run.finished())
                .map(RunRecord::asOf)
                .or(() -> definition.dueAfter(
                        latest.map(RunRecord::asOf),
                        current.catalogue().settings().zone()));
    }

    /**
     * Takes out of all wallets what was not spent in time, as of an instant, and gives back what was reserved too long. Run
     * it daily; the same run again books nothing, and one that was interrupted is simply run again. Money is unspendable
     * from its date on, whether or not the run has come.
     */
    public ExpirationReport expire(Instant asOf, RunListener listener) {
        return new ExpirationRun(workplace, asOf, listener).run();
    }

    /** What {@link #expire} would report now, without recording anything. */
    public ExpirationReport previewExpire(Instant asOf, RunListener listener) {
        return new ExpirationRun(aside(), asOf, listener).run();
    }

    /**
     * Applies what events of one participant brought about for another and an engine that stopped left undone. Call it
     * once when an engine starts on a store that was used before; {@link #run} does it too. One that fails is logged, kept
     * and tried again by the next call.
     *
     * @return how many were applied
     */
    public long applyFollowUps() {
        return desk.applyAll();
    }

    /**
     * Keeps what {@code criteria} ask to tell participants as of an instant: money that will expire, new offers, awards
     * within reach. The same again keeps nothing new, so a run that was interrupted is simply run again.
     *
     * @throws IllegalArgumentException when the criteria name a scheme that the programme does not have
     */
    public NotificationReport notifyParticipants(NotificationCriteria criteria, Instant asOf) {
        return NotificationRun.run(store, lookups, current.catalogue(), criteria, asOf);
    }

    /**
     * Hands out the notifications that are kept, oldest first, each at least once and always under the same id. Where the
     * listener throws, the notification is kept for the next call, and the delivery goes on with the others. A notification
     * that its participant may no longer be told is dropped.
     */
    public DeliveryReport deliver(RewardsListener listener) {
        return Delivery.deliver(store, () -> current, listener);
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
            current = InForce.of(current.catalogue(), rules, wallets);
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
            current = InForce.of(catalogue, current.rules(), wallets);
        }
    }

    /**
     * Id of the participant whom an access token identifies, also of one who was terminated and whose events are refused;
     * empty for a token that nobody holds.
     */
    public Optional<String> participantWithToken(String token) {
        return store.holder(UniqueName.token(Secret.hashOf(token)));
    }

    /**
     * The code of a voucher, to be given to its participant; only the engine's key makes it, and it is kept nowhere.
     *
     * @param voucher id of its lot
     * @throws IllegalStateException when the engine has no voucher key
     */
    public String voucherCode(String voucher) {
        return wallets.voucherKey()
                .orElseThrow(() -> new IllegalStateException("The engine was built without a voucher key."))
                .code(voucher);
    }

    /** Id of the participant whose unused voucher has this code; empty for a code that nobody has, or that was used. */
    public Optional<String> participantWithVoucher(String code) {
        return store.holder(UniqueName.voucher(Secret.hashOf(code)));
    }

    /** What the journals and wallets of the store answer: statements, liability, lists, and whether they are right. */
    public Ledger ledger() {
        return Ledger.of(store, current.catalogue().settings().zone());
    }

    /** The effective schemes that an app may offer this participant to sign up to, as the programme lists them. */
    public List<Scheme> schemesToChoose(String participant) {
        Set<String> joined = store.load(participant, Needs.NOTHING)
                .map(loaded -> loaded.participant().memberships().keySet())
                .orElse(Set.of());
        return programme().schemes().stream()
                .filter(scheme -> scheme.state() == SchemeState.EFFECTIVE
                        && scheme.signUp().selfSignUp())
                .filter(scheme -> !joined.contains(scheme.code()))
                .toList();
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
    private Workplace aside() {
        PreviewStore preview = new PreviewStore(store);
        Corridor corridor = new Corridor(current, new StoreLookups(preview, validator));
        return new Workplace(preview, new Turns(), () -> corridor);
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

    private static void requireEffective(RunDefinition definition) {
        if (!definition.effective()) {
            throw new IllegalArgumentException("The run (" + definition.code() + ") is not effective.");
        }
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
}
