package io.rewards.catalogue;

/** Which money is spent first. Source: domain 5.4. */
public enum ConsumptionOrder {
    /** What expires first; then what has more conditions; then what was awarded first. */
    SOONEST_EXPIRY,
    /** What was awarded first. */
    FIFO,
    /** What was awarded last. */
    LIFO
}
