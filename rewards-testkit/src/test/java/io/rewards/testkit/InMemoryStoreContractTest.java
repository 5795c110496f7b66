package io.rewards.testkit;

import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;

/** The in-memory store keeps the whole contract. */
class InMemoryStoreContractTest extends StoreContract {

    @Override
    public RewardsStore store() {
        return new InMemoryStore();
    }
}
