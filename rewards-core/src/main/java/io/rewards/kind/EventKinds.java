package io.rewards.kind;

import io.rewards.catalogue.Commitments;
import io.rewards.catalogue.Trigger;
import io.rewards.decision.Moment;
import io.rewards.decision.Situation;
import io.rewards.event.CustomerEvent;
import io.rewards.past.Needs;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All kinds of events. Immutable and thread-safe. */
public final class EventKinds {

    private static final List<EventKind<? extends CustomerEvent>> ALL = List.of(
            new PurchaseKind(),
            new GoodsReturnKind(),
            new ParticipantRegisteredKind(),
            new ProfileChangedKind(),
            new SegmentChangedKind(),
            new SubscriptionChangedKind(),
            new AccessTokenChangedKind(),
            new SchemeSignUpRequestedKind(),
            new SchemeSignUpKind(),
            new SchemeSignOffKind(),
            new SpendBlockingChangedKind(),
            new ParticipantTerminatedKind(),
            new SocialMediaLikeKind(),
            new WebsiteVisitKind(),
            new AchievementKind(),
            new FinancialAchievementKind(),
            new FinancialStatementKind(),
            new ReferralKind(),
            new SpendRequestedKind(),
            new RedeemRequestedKind(),
            new EventCancelledKind(),
            new AwardCancelledKind(),
            new AwardsConfirmedKind(),
            new WalletToppedUpKind(),
            new BalanceAdjustedKind(),
            new PointsExchangedKind(),
            new HoldPlacedKind(),
            new HoldReleasedKind(),
            new MoneyTransferredKind(),
            new PayoutRequestedKind(),
            new PayoutAnsweredKind(),
            new VoucherUsedKind(),
            new VoucherCancelledKind(),
            new TierSetKind(),
            new ReferredAwardedKind(),
            new FirstAwardKind(),
            new DuplicateMergedKind(),
            new ParticipantVisitedKind(),
            new EventEvaluatedKind(),
            new MoneyExpiredKind(),
            new MoneyConvertedKind(),
            new TransferReceivedKind(),
            new ReferralCancelledKind());

    private static final Map<Class<?>, EventKind<? extends CustomerEvent>> BY_TYPE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(EventKind::type, kind -> kind));

    private EventKinds() {}

    /** All of them, in the order in which people are told of them. */
    public static List<EventKind<? extends CustomerEvent>> all() {
        return ALL;
    }

    /** The kind that files call by {@code word}; empty for a word of none. */
    public static Optional<EventKind<? extends CustomerEvent>> called(String word) {
        for (EventKind<? extends CustomerEvent> kind : ALL) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The kind of {@code event}, to be asked about that event. */
    @SuppressWarnings("unchecked")
    public static EventKind<CustomerEvent> of(CustomerEvent event) {
        EventKind<? extends CustomerEvent> kind = BY_TYPE.get(event.getClass());
        if (kind == null) {
            throw new IllegalStateException("The event (" + event.key() + ") is of a kind that is not on the list: "
                    + event.getClass().getName() + ".");
        }
        // It is asked about events of its own type only.
        return (EventKind<CustomerEvent>) kind;
    }

    /** An event that was admitted and is decided when it comes. */
    public static Situation interactive(Moment moment) {
        return Situation.interactive(moment, triggers(moment.event()));
    }

    /**
     * An event that an evaluation run decides.
     *
     * @param createdOn when the engine was given the event
     * @param since dates after this day are looked at
     */
    public static Situation inRun(Moment moment, Instant createdOn, LocalDate since) {
        return Situation.inRun(moment, triggers(moment.event()), createdOn, since);
    }

    /** An event of before the changeovers that accounts have been through, with its amounts as they are now. */
    public static CustomerEvent now(CustomerEvent event, Commitments kept) {
        return kept.changeovers().isEmpty() ? event : of(event).mapped(event, kept::now);
    }

    /** What offers wait for that {@code event} can be. */
    public static Set<Trigger> triggers(CustomerEvent event) {
        return of(event).triggers(event);
    }

    /** What of the past the decision of {@code event} asks for. */
    public static Needs needs(CustomerEvent event) {
        return of(event).needs(event);
    }
}
