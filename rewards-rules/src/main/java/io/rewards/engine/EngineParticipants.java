package io.rewards.engine;

import io.rewards.account.Loaded;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Scheme;
import io.rewards.catalogue.SchemeState;
import io.rewards.decision.Explanation;
import io.rewards.decision.Lookups;
import io.rewards.event.AccessTokenChanged;
import io.rewards.event.EventKey;
import io.rewards.organisation.Segment;
import io.rewards.outlook.CalendarEntry;
import io.rewards.outlook.ParticipantCalendar;
import io.rewards.outlook.Standing;
import io.rewards.participant.Participant;
import io.rewards.participant.ParticipantFilter;
import io.rewards.participant.Secret;
import io.rewards.past.Needs;
import io.rewards.store.ConsistentRead;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What is asked about participants, by those who serve them. Thread-safe. Source: domain 4, 5.4, 6.3. */
public final class EngineParticipants {

    private final RewardsStore store;
    private final Supplier<InForce> current;
    private final Supplier<Corridor> corridor;
    private final Lookups lookups;
    private final EngineRuns runs;
    private final HostWallets wallets;

    EngineParticipants(
            RewardsStore store,
            Supplier<InForce> current,
            Supplier<Corridor> corridor,
            Lookups lookups,
            EngineRuns runs,
            HostWallets wallets) {
        this.store = store;
        this.current = current;
        this.corridor = corridor;
        this.lookups = lookups;
        this.runs = runs;
        this.wallets = wallets;
    }

    /**
     * What an offer that dates, memberships, contact data or subscriptions decide would say at a visit of an evaluation run
     * about the day of {@code asOf}: of several subscriptions, the one that is awarded, or else the first of them.
     *
     * @throws IllegalArgumentException when the programme has no offer of this code, the offer waits for events, or the
     *     participant is not registered
     */
    public Explanation explainVisit(String participant, String offerCode, Instant asOf) {
        Corridor now = corridor.get();
        now.inForce().requireOpen();
        Offer offer = now.inForce().offer(offerCode);
        return ConsistentRead.of(() -> VisitExplanation.of(offer, now, loaded(participant), asOf));
    }

    /**
     * What a participant has reached in the effective offers of the schemes that he or she has signed up to.
     *
     * @throws IllegalArgumentException when the participant is not registered
     */
    public Standing standing(String participant, Instant asOf) {
        current.get().requireOpen();
        return ConsistentRead.of(
                () -> Standing.of(loaded(participant), current.get().catalogue(), lookups, asOf));
    }

    /**
     * What will happen to a participant by what is known now, in order of the days; of each run, when it is due next.
     *
     * @throws IllegalArgumentException when the participant is not registered
     */
    public List<CalendarEntry> calendar(String participant, LocalDate from, LocalDate through) {
        current.get().requireOpen();
        return ConsistentRead.of(() -> {
            InForce inForce = current.get();
            return ParticipantCalendar.of(
                    loaded(participant), inForce.catalogue(), inForce.rules()::isBuiltIn, from, through, runs::nextRun);
        });
    }

    /**
     * Id of the participant whom an access token identifies, also of one who was terminated and whose events are refused;
     * empty for a token that nobody holds.
     */
    public Optional<String> withToken(String token) {
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

    /**
     * The access token that an event made, for a host that has lost the first answer; only the engine's key makes it, and it
     * is kept nowhere.
     *
     * @param event that was recorded
     * @throws IllegalArgumentException when no event of this key has made a token by this key
     */
    public String accessToken(EventKey event) {
        return store.recorded(event)
                .map(Recorded::event)
                .filter(AccessTokenChanged.class::isInstance)
                .map(AccessTokenChanged.class::cast)
                .filter(AccessTokenChanged::generate)
                .flatMap(changed -> new Tokens(wallets.voucherKey())
                        .of(event)
                        .filter(token -> token.hash().equals(changed.tokenHash())))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The event (" + event + ") has made no access token that" + " this engine's key makes."))
                .text();
    }

    /**
     * At most {@code most} participants who are sought, in order of their ids, above {@code after}: the next page starts
     * after the last of this one. {@code ParticipantFilter.ALL.with(Field.SCHEME, code)} lists those of a scheme.
     *
     * @throws IllegalArgumentException when fewer than one are asked for, or a segment that the programme does not have or
     *     that is one of transactions: the engine finds who belongs to it only when it decides
     */
    public List<Participant> search(ParticipantFilter sought, String after, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("A page (" + most + " participants) must have room for 1 or more.");
        }
        sought.text(ParticipantFilter.Field.SEGMENT).ifPresent(this::requireOfHost);
        return store.search(sought, after, most);
    }

    private void requireOfHost(String code) {
        Segment segment = current.get()
                .catalogue()
                .segment(code)
                .orElseThrow(() -> new IllegalArgumentException("The segment (" + code + ") is not in the programme."));
        if (segment.entity().isTransaction()) {
            throw new IllegalArgumentException("The segment (" + code + ") is one of transactions, whose participants"
                    + " cannot be searched: the engine finds who belongs to it when it decides.");
        }
    }

    /** Id of the participant whose unused voucher has this code; empty for a code that nobody has, or that was used. */
    public Optional<String> withVoucher(String code) {
        return store.holder(UniqueName.voucher(Secret.hashOf(code)));
    }

    /** The effective schemes that an app may offer this participant to sign up to, as the programme lists them. */
    public List<Scheme> schemesToChoose(String participant) {
        Set<String> joined = store.load(participant, Needs.NOTHING)
                .map(loaded -> loaded.participant().memberships().keySet())
                .orElse(Set.of());
        return current.get().catalogue().programme().schemes().stream()
                .filter(scheme -> scheme.state() == SchemeState.EFFECTIVE
                        && scheme.signUp().selfSignUp())
                .filter(scheme -> !joined.contains(scheme.code()))
                .toList();
    }

    private Loaded loaded(String participant) {
        return store.load(participant, Needs.NOTHING)
                .orElseThrow(
                        () -> new IllegalArgumentException("The participant (" + participant + ") is not registered."));
    }
}
