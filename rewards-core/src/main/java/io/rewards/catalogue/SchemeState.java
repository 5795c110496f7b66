package io.rewards.catalogue;

/** The life cycle of a scheme: the offers of one that is not effective stop. Source: domain 4.1, 12.1 Q28. */
public enum SchemeState {
    NOT_EFFECTIVE,
    EFFECTIVE
}
