package io.rewards.catalogue;

import io.rewards.event.Achievement;
import io.rewards.event.CustomerEvent;
import io.rewards.event.FinancialAchievement;
import io.rewards.event.FinancialStatement;
import io.rewards.event.FirstAward;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.ParticipantVisited;
import io.rewards.event.ProfileChanged;
import io.rewards.event.Purchase;
import io.rewards.event.ReferredAwarded;
import io.rewards.event.SchemeSignUp;
import io.rewards.event.SegmentChanged;
import io.rewards.event.SocialMediaLike;
import io.rewards.event.SubscriptionChanged;
import io.rewards.event.WebsiteVisit;
import java.util.Set;

/** What an offer waits for. Source: domain 2.2. */
public enum Trigger {
    PURCHASE,
    BEHAVIOR,
    ACHIEVEMENT,
    FINANCIAL_ACHIEVEMENT,
    FINANCIAL_STATEMENT,
    REFERRAL,
    SIGN_UP,
    /** A date in the profile, or what the profile says. */
    PROFILE,
    SUBSCRIPTION;

    private static final Set<Trigger> OF_PURCHASES = Set.of(PURCHASE);

    /** True for what happens at a moment; a profile and a subscription can be looked at any day. */
    public boolean isEvent() {
        return this != PROFILE && this != SUBSCRIPTION;
    }

    /** What {@code event} can trigger; none where no offer waits for it. */
    public static Set<Trigger> of(CustomerEvent event) {
        if (event instanceof Purchase) {
            return OF_PURCHASES;
        }
        if (event instanceof SocialMediaLike || event instanceof WebsiteVisit) {
            return Set.of(BEHAVIOR);
        }
        if (event instanceof Achievement) {
            return Set.of(ACHIEVEMENT);
        }
        if (event instanceof FinancialAchievement) {
            return Set.of(FINANCIAL_ACHIEVEMENT);
        }
        if (event instanceof FinancialStatement) {
            return Set.of(FINANCIAL_STATEMENT);
        }
        if (event instanceof ReferredAwarded) {
            return Set.of(REFERRAL);
        }
        if (event instanceof SchemeSignUp || event instanceof FirstAward) {
            return Set.of(SIGN_UP);
        }
        if (event instanceof ParticipantRegistered) {
            return Set.of(SIGN_UP, PROFILE);
        }
        if (event instanceof ProfileChanged || event instanceof SegmentChanged) {
            return Set.of(PROFILE);
        }
        if (event instanceof SubscriptionChanged) {
            return Set.of(SUBSCRIPTION);
        }
        if (event instanceof ParticipantVisited visited) {
            return Set.of(visited.subscription().isPresent() ? SUBSCRIPTION : PROFILE);
        }
        return Set.of();
    }
}
