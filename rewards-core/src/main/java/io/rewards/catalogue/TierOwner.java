package io.rewards.catalogue;

/** Who says in which tier a participant is. Source: domain 8.4. */
public enum TierOwner {
    /** The engine, by the units of purchases. */
    ENGINE,
    /** The host, by the profile. */
    HOST
}
