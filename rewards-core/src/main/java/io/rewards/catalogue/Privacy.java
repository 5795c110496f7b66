package io.rewards.catalogue;

/** Who may see an offer or a scheme. Source: domain 3.1. */
public enum Privacy {
    /** Everybody. */
    PUBLIC,
    /** The owner group and the groups that work with it. */
    COLLABORATORS,
    /** The owner group alone. */
    OWNER
}
