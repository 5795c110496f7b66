package io.rewards.event;

import java.time.Instant;

/**
 * Something a customer did, or something that happened to one, that the host tells the engine. Events are immutable and
 * may hold absurd values: the engine refuses those with every problem listed. Source: domain 2.1.
 */
public sealed interface CustomerEvent
        permits ParticipantRegistered,
                ProfileChanged,
                SegmentChanged,
                SubscriptionChanged,
                AccessTokenChanged,
                SchemeSignUpRequested,
                SchemeSignUp,
                SchemeSignOff,
                SpendBlockingChanged,
                ParticipantTerminated,
                Purchase,
                GoodsReturn,
                SocialMediaLike,
                WebsiteVisit,
                Achievement,
                FinancialAchievement,
                FinancialStatement,
                Referral,
                SpendRequested,
                RedeemRequested,
                EventCancelled,
                AwardCancelled,
                AwardsConfirmed,
                WalletToppedUp,
                BalanceAdjusted,
                PointsExchanged,
                HoldPlaced,
                HoldReleased,
                MoneyTransferred,
                PayoutRequested,
                PayoutAnswered,
                VoucherUsed,
                VoucherCancelled,
                TierSet,
                RaisedEvent {

    /** What every event says. */
    EventHeader header();

    /** This event under another header. */
    CustomerEvent withHeader(EventHeader header);

    /** The caller's name for this event. */
    default EventKey key() {
        return header().key();
    }

    /** Id of the participant it is about. */
    default String participant() {
        return header().participant();
    }

    /** Code of the unit where it happened. */
    default String unit() {
        return header().unit();
    }

    /** When it happened. */
    default Instant performedOn() {
        return header().performedOn();
    }

    /** True when {@code other} is this event delivered again: received at another time, or its lines in another order. */
    default boolean sameAs(CustomerEvent other) {
        return content().equals(other.content());
    }

    /** What stays the same when this event is sent again. */
    default CustomerEvent content() {
        return withHeader(header().content());
    }
}
