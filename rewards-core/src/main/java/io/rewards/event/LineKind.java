package io.rewards.event;

/** What a line of a purchase is. Source: domain 5.7. */
public enum LineKind {
    /** Something that was bought. */
    GOODS,
    /** A deposit or a fee: it is paid like goods, and counts only for offers that name it. */
    FEE
}
