package io.rewards.catalogue;

/** Which pieces of a part make up the sets of a purchase that has more of them. Source: domain 2.4 C3. */
public enum ValuedBy {
    /** Those that cost least. */
    CHEAPEST,
    /** Those that cost most. */
    DEAREST
}
