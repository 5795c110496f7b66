package io.rewards.catalogue;

/** What happens to an award when goods that earned it come back. Source: domain 12.1 Q4. */
public enum ReturnPolicy {
    /** The rules decide about what is left of the purchase, and the difference is taken back; below a threshold, all. */
    RE_EVALUATE,
    /** What comes back takes its share of the award along; thresholds are not looked at again. */
    KEEP_THE_DEAL
}
