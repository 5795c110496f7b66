package io.rewards.testkit;

import io.rewards.store.RewardsStore;

/**
 * The store that a contract is asked of. A store that by its nature promises less says so here, and the tests of what it
 * does not promise are reported as skipped, with the reason.
 */
public interface StoreUnderTest {

    /** A new store in which nothing was ever written. */
    RewardsStore store();

    /** False for a store that only one thread may use. */
    default boolean isForManyThreads() {
        return true;
    }

    /** False for a store that does not add what it is told to the journals and records that it reads. */
    default boolean keepsJournals() {
        return true;
    }

    /** False for a store that tells nobody anything. */
    default boolean keepsNotifications() {
        return true;
    }

    /** False for a store that settles nothing with merchants. */
    default boolean keepsSettlements() {
        return true;
    }

    /** False for a store that names everybody it was told of as due, and puts off nobody. */
    default boolean keepsSchedules() {
        return true;
    }
}
