package io.rewards.participant;

/** What can happen to a subscription. Source: domain 2.4 C16. */
public enum SubscriptionChange {
    STARTED,
    INTERRUPTED,
    RESUMED,
    ENDED
}
