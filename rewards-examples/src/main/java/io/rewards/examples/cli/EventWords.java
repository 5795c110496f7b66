package io.rewards.examples.cli;

import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.Referral;
import io.rewards.event.SchemeSignOff;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SpendBlockingChanged;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.WebsiteVisit;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an event says besides who, where and when, in a few words. */
final class EventWords {

    private EventWords() {}

    /** The words, with times as {@code when} says them; empty where there is nothing more to say than the lines. */
    static Optional<String> of(CustomerEvent event, When when) {
        String words = words(event);
        return Optional.of(words.isEmpty() ? new WalletWords(when).of(event) : words)
                .filter(text -> !text.isEmpty());
    }

    private static String words(CustomerEvent event) {
        if (event instanceof SocialMediaLike like) {
            return like.page();
        }
        if (event instanceof WebsiteVisit visit) {
            return visit.url();
        }
        if (event instanceof Achievement achievement) {
            return achievement.classification();
        }
        if (event instanceof FinancialAchievement achievement) {
            return achievement.classification() + "  " + Figures.of(achievement.amount());
        }
        if (event instanceof FinancialStatement statement) {
            return statement.classification() + "  "
                    + statement.kpis().entrySet().stream()
                            .map(kpi -> kpi.getKey() + " " + kpi.getValue().toPlainString())
                            .collect(Collectors.joining(", "));
        }
        if (event instanceof Referral referral) {
            return "by " + referral.referrer();
        }
        return changes(event);
    }

    private static String changes(CustomerEvent event) {
        if (event instanceof SchemeSignUp signUp) {
            return signUp.scheme();
        }
        if (event instanceof SchemeSignOff signOff) {
            return signOff.scheme();
        }
        if (event instanceof SegmentChanged changed) {
            return (changed.member() ? "into " : "out of ") + changed.segment();
        }
        if (event instanceof SubscriptionChanged changed) {
            return changed.subscription() + "  " + OfferWords.of(changed.change());
        }
        if (event instanceof SpendBlockingChanged changed) {
            return changed.blocked() ? "blocked" : "no longer blocked";
        }
        return "";
    }
}
