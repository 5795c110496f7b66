package io.rewards.testkit;

import io.rewards.store.InMemoryStore;
import io.rewards.store.RewardsStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** The whole contract holds where every third commit fails at first, and is made again. */
class InMemoryStoreWithUnreliableArchiveTest extends StoreContract {

    @Override
    public RewardsStore store() {
        InMemoryStore store = new InMemoryStore(new UnreliableArchive(3));
        return (RewardsStore) Proxy.newProxyInstance(
                RewardsStore.class.getClassLoader(),
                new Class<?>[] {RewardsStore.class},
                (proxy, method, args) -> again(store, method, args));
    }

    private static Object again(RewardsStore store, Method method, Object[] args) throws Throwable {
        while (true) {
            try {
                return method.invoke(store, args);
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof UnreliableArchive.DiskFullException)) {
                    throw e.getCause();
                }
            }
        }
    }
}
