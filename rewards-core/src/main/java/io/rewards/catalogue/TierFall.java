package io.rewards.catalogue;

/** Where a tier goes whose units were not kept up. Source: domain 8.4. */
public enum TierFall {
    /** To the tier below. */
    ONE_LEVEL,
    /** To the highest tier that the units of the period reach. */
    REQUALIFY,
    /** Nowhere: once reached, it stays. */
    KEEP
}
