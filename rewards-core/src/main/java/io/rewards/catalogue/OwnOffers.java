package io.rewards.catalogue;

/** Whether a merchant may define offers of its own. Source: domain 7.5. */
public enum OwnOffers {
    /** It may not. */
    NO,
    /** It may; the owner of the programme approves each before it awards. */
    WITH_APPROVAL,
    /** It may, and makes them effective itself. */
    YES
}
