package io.rewards.testkit;

import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;

/** The in-memory store keeps the whole contract. */
class InMemoryStoreTest extends StoreContract {

    @Override
    public RewardsStore store() {
        return new InMemoryStore();
    }
}
