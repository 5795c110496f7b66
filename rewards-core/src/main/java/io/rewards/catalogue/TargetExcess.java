package io.rewards.catalogue;

/** What becomes of spending beyond a target. Source: domain 2.4 C4, 12.1 Q9. */
public enum TargetExcess {
    /** It is used up with the target: whole purchases belong to the award. */
    DROP,
    /** Every full target awards, and the rest counts towards the next one. */
    CARRY
}
