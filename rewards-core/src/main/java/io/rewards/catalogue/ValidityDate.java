package io.rewards.catalogue;

/** Which instant of an event the validity of an offer is tested against. Source: domain 12.1 Q5. */
public enum ValidityDate {
    /** When it happened. */
    PERFORMED,
    /** When it reached the engine. */
    CREATED
}
