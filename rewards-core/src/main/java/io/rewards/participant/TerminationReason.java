package io.rewards.participant;

/** Why a participant was terminated. Source: domain 4.6. */
public enum TerminationReason {
    CUSTOMER_REQUEST,
    FRAUD,
    /** The same person takes part twice; another participant replaces this one. */
    DUPLICATION
}
