package io.rewards.catalogue;

/** Which of several applicable offers award. Ties go to the lowest offer number. Source: domain 3.3. */
public enum ResolutionMode {
    /** Offers without the best-award flag always; of those with it, only the one that awards most. */
    OFFER_FLAG,
    /** All of them. */
    ALL,
    /** Only the one that awards most. */
    BEST_ONLY,
    /** In each scheme, only the one that awards most. */
    BEST_PER_SCHEME
}
