package io.rewards.catalogue;

/** What part of a line counts. Source: domain 2.3, 3.5. */
public enum AwardBase {
    /** The total, tax included. */
    GROSS,
    /** The total less the tax. */
    NET
}
