package io.rewards.catalogue;

/** The life cycle of an offer: only an effective one awards. Source: domain 3.9. */
public enum OfferState {
    NOT_EFFECTIVE,
    /** Waits for the user who approves offers, where the programme has one. */
    PENDING_APPROVAL,
    EFFECTIVE
}
