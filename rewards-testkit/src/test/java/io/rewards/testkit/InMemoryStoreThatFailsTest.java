package io.rewards.testkit;

import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;

/** A failure of its archive leaves nothing behind in the in-memory store. */
class InMemoryStoreThatFailsTest extends StoreFailureContract {

    @Override
    public FailingStore failing() {
        UnreliableArchive archive = new UnreliableArchive(0);
        InMemoryStore store = new InMemoryStore(archive);
        return new FailingStore() {
            @Override
            public RewardsStore store() {
                return store;
            }

            @Override
            public void failNext() {
                archive.failNext();
            }
        };
    }
}
