package io.rewards.catalogue;

/** Whether an agreement with a merchant is in force. Source: domain 7.1. */
public enum AgreementState {
    /** What it says holds. */
    EFFECTIVE,
    /** That of a unit stops awards and spending there; that of a group is as if it were not. */
    NOT_EFFECTIVE
}
