package io.rewards.catalogue;

/** What an offer is meant to bring about: the four goal groups. Source: domain 3.10. */
public enum Goal {
    INCREASE_REVENUE,
    UTILISE_CAPACITY,
    REWARD_LOYALTY,
    CHANGE_BEHAVIOUR
}
