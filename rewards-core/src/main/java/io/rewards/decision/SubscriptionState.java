package io.rewards.decision;

import io.rewards.participant.Subscription;

/** Whether a subscription is effective. Source: domain 2.4 C16. */
public enum SubscriptionState {
    EFFECTIVE,
    INTERRUPTED,
    ENDED,
    /** The host has told nothing of it. */
    UNKNOWN;

    static SubscriptionState of(Subscription subscription) {
        if (subscription.endedOn().isPresent()) {
            return ENDED;
        }
        return subscription.isInterrupted() ? INTERRUPTED : EFFECTIVE;
    }
}
