package io.rewards.engine;

import io.rewards.account.Account;
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
import io.rewards.notification.DeliveryReport;
import io.rewards.notification.NotificationCriteria;
import io.rewards.notification.NotificationReport;
import io.rewards.notification.RewardsListener;
import io.rewards.outlook.CalendarEntry;
import io.rewards.outlook.ParticipantCalendar;
import io.rewards.outlook.Standing;
import io.rewards.participant.Secret;
import io.rewards.problem.InvalidInputException;
import io.rewards.report.Ledger;
import io.rewards.rules.RulePack;
import io.rewards.rules.RuleSet;
import io.rewards.rules.drools.DroolsRuleCompiler;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunListener;
import io.rewards.run.RunRecord;
import io.rewards.run.RunReport;
import io.rewards.store.PreviewStore;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.wallet.Lot;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
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
    private final Desk desk;
    private volatile Generation current;
    private final Object reloading = new Object();

    private RewardsEngine(
            Generation first,
            RewardsStore store,
            InstantSource clock,
            ReferenceCodeValidator validator,
            HostWallets wallets) {
        this.wallets = wallets;
        this.store = store;
        this.clock = clock;
        this.validator = validator;
        lookups = new StoreLookups(store, validator);
        desk = new Desk(store, lookups, () -> current, Desk.Watcher.LOGGING);
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
        if (event instanceof RaisedEvent) {
            return current.refusedAsRaised(event, processedOn);
        }
        return desk.write(
                        event.key(),
                        () -> firstOutcome(event).isPresent()
                                ? Optional.empty()
                                : Optional.of(decide(event, processedOn)))
                .map(Decision::outcome)
                .or(() -> firstOutcome(event))
                .orElseThrow();
    }

    /**
     * The outcome that {@link #evaluate} would give now, without recording anything.
     *
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Outcome preview(CustomerEvent event) {
        if (event instanceof RaisedEvent) {
            return current.refusedAsRaised(event, processedOn(event));
        }
        return firstOutcome(event)
                .orElseGet(() -> decide(event, processedOn(event)).outcome());
    }

    /**
     * Why one offer does or does not apply to an event, also an offer that {@link #evaluate} need not look at. Where the
     * event was evaluated, its recorded verdict; otherwise, and for offers without one, the verdict as of now.
     *
     * @throws IllegalArgumentException when the programme has no offer of this code
     * @throws EventIdReusedException when the key belongs to an event with other content
     */
    public Explanation explain(CustomerEvent event, String offerCode) {
        Generation generation = current;
        Offer offer = generation.offer(offerCode);
        Optional<Account> account = store.account(event.participant());
        Optional<Outcome> first = firstOutcome(event);
        return EventExplanation.recorded(offer, event, first, account)
                .orElseGet(() -> EventExplanation.asOfNow(
                        offer, event, first.isPresent(), account, generation, processedOn(event), lookups));
    }

    /**
     * What an offer that dates, memberships, contact data or subscriptions decide would say at a visit of an evaluation run
     * about the day of {@code asOf}: of several subscriptions, the one that is awarded, or else the first of them.
     *
     * @throws IllegalArgumentException when the programme has no offer of this code, the offer waits for events, or the
     *     participant is not registered
     */
    public Explanation explainVisit(String participant, String offerCode, Instant asOf) {
        Generation generation = current;
        Offer offer = generation.offer(offerCode);
        return VisitExplanation.of(offer, generation, account(participant), asOf, lookups);
    }

    /**
     * What a participant has reached in the effective offers of the schemes that he or she has signed up to.
     *
     * @throws IllegalArgumentException when the participant is not registered
     */
    public Standing standing(String participant, Instant asOf) {
        return Standing.of(account(participant), current.catalogue(), lookups, asOf);
    }

    /**
     * What will happen to a participant by what is known now, in order of the days; of each run, when it is due next.
     *
     * @throws IllegalArgumentException when the participant is not registered
     */
    public List<CalendarEntry> calendar(String participant, LocalDate from, LocalDate through) {
        return ParticipantCalendar.of(account(participant), current.catalogue(), from, through, this::nextRun);
    }

    private Account account(String participant) {
        return store.account(participant)
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
        return EvaluationRun.run(store, lookups, () -> current, definition, asOf, listener);
    }

    /** What {@link #run} would report now, without recording anything. */
    public RunReport previewRun(RunDefinition definition, Instant asOf, RunListener listener) {
        requireEffective(definition);
        Generation generation = current;
        PreviewStore preview = new PreviewStore(store);
        Lookups above = new StoreLookups(preview, validator);
        return EvaluationRun.run(preview, above, () -> generation, definition, asOf, listener);
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
        return ExpirationRun.run(store, lookups, () -> current, asOf, listener);
    }

    /** What {@link #expire} would report now, without recording anything. */
    public ExpirationReport previewExpire(Instant asOf, RunListener listener) {
        Generation generation = current;
        PreviewStore preview = new PreviewStore(store);
        return ExpirationRun.run(preview, new StoreLookups(preview, validator), () -> generation, asOf, listener);
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
            current = Generation.of(current.catalogue(), rules, wallets);
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
            current = Generation.of(catalogue, current.rules(), wallets);
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
        Set<String> joined = store.account(participant)
                .map(account -> account.participant().memberships().keySet())
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

    Decision decide(CustomerEvent event, Instant processedOn) {
        return current.decide(event, store.account(event.participant()), processedOn, lookups);
    }

    /** What the visit of a run over everything finds; dates after {@code since} are looked at. Empty for strangers. */
    Optional<Decision> visit(ParticipantVisited visit, LocalDate since) {
        RunDefinition everything = RunDefinition.ofEverything(visit.run());
        return store.account(visit.participant())
                .map(account -> current.visit(visit, account, everything, since, lookups));
    }

    /** The verdict of such a visit on one offer, whether or not it would look at it. */
    Verdict verdictOn(String offer, ParticipantVisited visit, LocalDate since) {
        Generation generation = current;
        return generation.verdictOnVisit(
                generation.offer(offer),
                visit,
                store.account(visit.participant()).orElseThrow(),
                since,
                lookups);
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

    /** Collects what an engine is made of. Not thread-safe. */
    public static final class Builder {

        private final Programme programme;
        private final RewardsStore store;
        private final InstantSource clock;
        private Optional<RuleSet> rules = Optional.empty();
        private RulePack pack = RulePack.builtIn();
        private ReferenceCodeValidator validator = ReferenceCodeValidator.NONE;
        private HostWallets wallets = HostWallets.NONE;

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

        /** Asks {@code thirdParty} about reference codes; without one, no code is right. */
        public Builder withReferenceCodes(ReferenceCodeValidator thirdParty) {
            validator = thirdParty;
            return this;
        }

        /** Spends money in this order instead of the programme's; open money goes last, and ids decide ties. */
        public Builder withConsumptionOrder(Comparator<Lot> order) {
            wallets = new HostWallets(Optional.of(order), wallets.voucherKey());
            return this;
        }

        /** Makes the codes of vouchers of this key; a programme with vouchers needs one. */
        public Builder withVoucherKey(VoucherKey key) {
            wallets = new HostWallets(wallets.order(), Optional.of(key));
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
            return new RewardsEngine(Generation.of(catalogue, set, wallets), store, clock, validator, wallets);
        }
    }
}
