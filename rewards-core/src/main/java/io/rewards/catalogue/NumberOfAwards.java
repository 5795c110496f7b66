package io.rewards.catalogue;

/** How often a participant can get the award of one offer. Source: domain 2.4 C7 to C10. */
public enum NumberOfAwards {
    MULTIPLE,
    ONLY_ONE,
    ONLY_ONE_PER_PERIOD
}
