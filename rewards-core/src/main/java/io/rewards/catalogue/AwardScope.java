package io.rewards.catalogue;

/** Whether a fixed amount is awarded once or for each piece. Source: domain 2.4 C3. */
public enum AwardScope {
    PER_TRANSACTION,
    PER_TRANSACTION_ITEM
}
