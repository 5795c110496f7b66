package io.rewards.catalogue;

/** What part of a line counts for minimums and percentages. Source: domain 2.3. */
public enum AwardBase {
    /** The total, tax included. */
    GROSS,
    /** The total less the tax. */
    NET
}
