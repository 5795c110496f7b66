package io.rewards.catalogue.life;

/** What was done to a part of the catalogue. Source: domain 3.9. */
public enum Action {
    CREATED,
    EDITED,
    /** Given to another group, or shown to others. */
    ASSIGNED,
    ACTIVATED,
    DEACTIVATED,
    SUBMITTED,
    /** Taken back before it was approved or rejected. */
    WITHDRAWN,
    APPROVED,
    REJECTED,
    DELETED
}
