package io.rewards.catalogue;

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

    /** True for what happens at a moment; a profile and a subscription can be looked at any day. */
    public boolean isEvent() {
        return this != PROFILE && this != SUBSCRIPTION;
    }
}
