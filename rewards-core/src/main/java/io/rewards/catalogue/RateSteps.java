package io.rewards.catalogue;

/** What of a purchase counts for a rate. Source: domain 3.3. */
public enum RateSteps {
    /** Full steps only: at 1 for each 1.00, 37.80 gives 37. */
    WHOLE,
    /** Parts of a step too, rounded once: at 1 for each 1.00, 37.80 gives 38. */
    EXACT
}
