package io.rewards.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.Classification;
import io.rewards.decision.Decline;
import io.rewards.decision.DeclineReason;
import io.rewards.decision.Outcome;
import io.rewards.event.AwardCancelled;
import io.rewards.event.AwardsConfirmed;
import io.rewards.event.BalanceAdjusted;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.GoodsReturn;
import io.rewards.event.HoldPlaced;
import io.rewards.event.HoldReleased;
import io.rewards.event.MoneyTransferred;
import io.rewards.event.PayoutAnswered;
import io.rewards.event.PayoutRequested;
import io.rewards.event.PointsExchanged;
import io.rewards.event.RaisedEvent;
import io.rewards.event.RedeemRequested;
import io.rewards.event.SpendRequested;
import io.rewards.event.TierSet;
import io.rewards.event.VoucherCancelled;
import io.rewards.event.VoucherUsed;
import io.rewards.event.WalletToppedUp;
import io.rewards.store.Recorded;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what happened, to see that everything that may happen happens. For one thread. */
final class Census {

    /** What moves money besides awards, and what sets a tier by hand, is told by tests of its own. */
    private static final Set<Class<?>> OF_OTHER_TESTS = Set.of(
            TierSet.class,
            GoodsReturn.class,
            SpendRequested.class,
            RedeemRequested.class,
            EventCancelled.class,
            AwardCancelled.class,
            AwardsConfirmed.class,
            WalletToppedUp.class,
            BalanceAdjusted.class,
            PointsExchanged.class,
            HoldPlaced.class,
            HoldReleased.class,
            MoneyTransferred.class,
            PayoutRequested.class,
            PayoutAnswered.class,
            VoucherUsed.class,
            VoucherCancelled.class);

    /** The index leaves them out, no built-in rule gives them, or a recorded visit meets them too rarely. */
    private static final Set<DeclineReason> LEFT_OUT = EnumSet.of(
            DeclineReason.OTHER_EVENT,
            DeclineReason.AGREEMENT_NOT_EFFECTIVE,
            DeclineReason.NOT_A_SCHEME_OF_THE_MERCHANT,
            DeclineReason.OWN_PARTICIPANT,
            DeclineReason.PARTICIPANT_OF_ANOTHER,
            DeclineReason.CLASSIFICATION_NOT_AGREED,
            DeclineReason.MERCHANT_BUDGET_USED_UP,
            DeclineReason.DAY_BEFORE_SIGN_UP,
            DeclineReason.OFFER_NOT_EFFECTIVE,
            DeclineReason.SCHEME_NOT_EFFECTIVE,
            DeclineReason.NOT_SIGNED_UP,
            DeclineReason.UNIT_NOT_LISTED,
            DeclineReason.OUTSIDE_PERIODS,
            DeclineReason.PRODUCTS_NOT_BOUGHT,
            DeclineReason.PRODUCTS_EXCLUDED,
            DeclineReason.PURCHASE_TOO_SMALL,
            DeclineReason.ATTRIBUTES_DIFFER,
            DeclineReason.NOTHING_LEFT_TO_PAY,
            DeclineReason.AWARD_NOT_QUALIFYING,
            DeclineReason.AWARDED_TOO_LATE,
            DeclineReason.EARLIER_AWARD_COUNTED,
            DeclineReason.REGISTERED_TOO_EARLY,
            DeclineReason.AWARDED_BEFORE_REFERRAL,
            DeclineReason.HOUSE_RULE,
            DeclineReason.CONDITION_NOT_MET,
            DeclineReason.NO_RULE_GRANTS);

    private static final int FEWEST_AWARDS = 50;

    private final Map<Classification, Integer> awards = new EnumMap<>(Classification.class);
    private final Map<DeclineReason, Integer> declines = new EnumMap<>(DeclineReason.class);
    private final SortedMap<String, Integer> events = new TreeMap<>();

    /** What was recorded: awards and reasons. */
    void count(Recorded recorded) {
        Life.awards(recorded).forEach(award -> awards.merge(classification(award), 1, Integer::sum));
        recorded.outcome()
                .declined()
                .flatMap(declined -> declined.declines().stream())
                .map(Decline::reason)
                .forEach(reason -> declines.merge(reason, 1, Integer::sum));
        events.merge(name(recorded.event()) + " " + recorded.outcome().status(), 1, Integer::sum);
    }

    /** What came of an event that was submitted. */
    void count(CustomerEvent event, Outcome outcome) {
        if (!outcome.isRecorded()) {
            events.merge(name(event) + " " + outcome.status(), 1, Integer::sum);
        }
    }

    /** Everything that may happen happened, in a story of full size. */
    void check(Story story) {
        String told = story.reproduce() + "\nawards " + awards + "\ndeclines " + declines + "\nevents " + events;
        if (!Stories.isWhole(story)) {
            return;
        }
        for (Classification classification : Classification.values()) {
            assertThat(awards.getOrDefault(classification, 0))
                    .as(classification + " " + told)
                    .isGreaterThanOrEqualTo(FEWEST_AWARDS);
        }
        Set<DeclineReason> missing = new TreeSet<>(EnumSet.complementOf(EnumSet.copyOf(LEFT_OUT)));
        missing.removeAll(declines.keySet());
        assertThat(missing).as(told).isEmpty();
        for (Class<?> type : CustomerEvent.class.getPermittedSubclasses()) {
            if (!OF_OTHER_TESTS.contains(type) && type != RaisedEvent.class) {
                assertThat(events)
                        .as(told)
                        .containsKey(type.getSimpleName() + " " + Outcome.Status.PROCESSED)
                        .containsKey(type.getSimpleName() + " " + Outcome.Status.REFUSED);
            }
        }
    }

    private static Classification classification(Given award) {
        return Classification.valueOf(award.offer().substring(0, award.offer().length() - 1));
    }

    private static String name(CustomerEvent event) {
        return event.getClass().getSimpleName();
    }
}
