package io.rewards.json;

import io.rewards.event.AccessTokenChanged;
import io.rewards.event.Achievement;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.DuplicateMerged;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventEvaluated;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.FirstAward;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyExpired;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantTerminated;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.RaisedEvent;
import io.rewards.event.RedeemRequested;
import io.rewards.event.Referral;
import io.rewards.event.ReferralCancelled;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SchemeSignUpRequested;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SpendRequested;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.TransferReceived;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.event.WebsiteVisit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of events, by the word that is written for them. */
enum EventType {
    PURCHASE(Purchase.class),
    GOODS_RETURN(GoodsReturn.class),
    PARTICIPANT_REGISTERED(ParticipantRegistered.class),
    PROFILE_CHANGED(ProfileChanged.class),
    SEGMENT_CHANGED(SegmentChanged.class),
    SUBSCRIPTION_CHANGED(SubscriptionChanged.class),
    ACCESS_TOKEN_CHANGED(AccessTokenChanged.class),
    SCHEME_SIGN_UP_REQUESTED(SchemeSignUpRequested.class),
    SCHEME_SIGN_UP(SchemeSignUp.class),
    SCHEME_SIGN_OFF(SchemeSignOff.class),
    SPEND_BLOCKING_CHANGED(SpendBlockingChanged.class),
    PARTICIPANT_TERMINATED(ParticipantTerminated.class),
    SOCIAL_MEDIA_LIKE(SocialMediaLike.class),
    WEBSITE_VISIT(WebsiteVisit.class),
    ACHIEVEMENT(Achievement.class),
    FINANCIAL_ACHIEVEMENT(FinancialAchievement.class),
    FINANCIAL_STATEMENT(FinancialStatement.class),
    REFERRAL(Referral.class),
    SPEND_REQUESTED(SpendRequested.class),
    REDEEM_REQUESTED(RedeemRequested.class),
    EVENT_CANCELLED(EventCancelled.class),
    AWARD_CANCELLED(AwardCancelled.class),
    AWARDS_CONFIRMED(AwardsConfirmed.class),
    WALLET_TOPPED_UP(WalletToppedUp.class),
    BALANCE_ADJUSTED(BalanceAdjusted.class),
    HOLD_PLACED(HoldPlaced.class),
    HOLD_RELEASED(HoldReleased.class),
    MONEY_TRANSFERRED(MoneyTransferred.class),
    PAYOUT_REQUESTED(PayoutRequested.class),
    PAYOUT_ANSWERED(PayoutAnswered.class),
    VOUCHER_USED(VoucherUsed.class),
    VOUCHER_CANCELLED(VoucherCancelled.class),
    REFERRED_AWARDED(ReferredAwarded.class),
    FIRST_AWARD(FirstAward.class),
    DUPLICATE_MERGED(DuplicateMerged.class),
    PARTICIPANT_VISITED(ParticipantVisited.class),
    EVENT_EVALUATED(EventEvaluated.class),
    MONEY_EXPIRED(MoneyExpired.class),
    TRANSFER_RECEIVED(TransferReceived.class),
    REFERRAL_CANCELLED(ReferralCancelled.class);

    private final Class<? extends CustomerEvent> type;

    EventType(Class<? extends CustomerEvent> type) {
        this.type = type;
    }

    /** The kind of {@code event}. */
    static EventType of(CustomerEvent event) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(event))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Unknown event type: " + event.getClass()));
    }

    /** The word, such as {@code scheme_sign_up}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for an event that only the engine raises: it is read from archives, and hosts are not told its word. */
    boolean isRaised() {
        return RaisedEvent.class.isAssignableFrom(type);
    }

    static EventType read(Value value) {
        String word = Scalars.anyText(value);
        Optional<EventType> found =
                Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
        return found.orElseThrow(() -> Scalars.notOneOf(value, wordsOfHosts()));
    }

    private static List<String> wordsOfHosts() {
        return Arrays.stream(values())
                .filter(kind -> !kind.isRaised())
                .map(EventType::word)
                .toList();
    }
}
