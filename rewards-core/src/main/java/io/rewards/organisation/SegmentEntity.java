package io.rewards.organisation;

/** What a segment is a set of. Source: domain 3.5. */
public enum SegmentEntity {
    ACCOUNTS_RECEIVABLE,
    REWARDS_PARTICIPANT,
    CONTACT_INFORMATION,
    AWARD_TRANSACTION,
    SPEND_TRANSACTION;

    /** True where the engine itself finds the members, among the transactions of a participant. */
    public boolean isTransaction() {
        return this == AWARD_TRANSACTION || this == SPEND_TRANSACTION;
    }
}
