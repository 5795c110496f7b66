package io.rewards.testkit;

import io.rewards.store.RewardsStore;

/** A store that can be made to fail, as a database does whose disk is full or whose network is gone. */
public interface FailingStore {

    /** The store, new and empty. */
    RewardsStore store();

    /** Makes the next commit that the store would not refuse fail with an exception, as late as it can. */
    void failNext();
}
