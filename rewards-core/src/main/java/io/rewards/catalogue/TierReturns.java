package io.rewards.catalogue;

/** When a tier is looked at because goods came back. Source: domain 8.4. */
public enum TierReturns {
    /** At the next review; until then the tier stays. */
    AT_REVIEW,
    /** At once: as if the goods had never been bought. */
    AT_ONCE
}
