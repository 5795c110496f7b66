package io.rewards.organisation;

/** What becomes of a merchant's contribution to an award that is not spent in time. Source: domain 7.5, 12.1 Q12. */
public enum ExpiryPolicy {
    /** It stays given: what was never spent is the owner's. */
    KEEP_CONTRIBUTION,
    /** The merchant gets its share of what expired back. */
    REFUND_CONTRIBUTION
}
