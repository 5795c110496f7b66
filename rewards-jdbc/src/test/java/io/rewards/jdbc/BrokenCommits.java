package io.rewards.jdbc;

import io.rewards.store.RewardsStore;
import io.rewards.testkit.FailingStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A store whose database is gone when it is to commit, once it is told so. For one thread. */
final class BrokenCommits implements FailingStore {

    private final RewardsStore store;
    private boolean fails;

    BrokenCommits(DataSource database) {
        store = Databases.store(proxy(DataSource.class, database));
    }

    @Override
    public RewardsStore store() {
        return store;
    }

    @Override
    public void failNext() {
        fails = true;
    }

    private <T> T proxy(Class<T> type, Object on) {
        return type.cast(Proxy.newProxyInstance(
                BrokenCommits.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (fails && method.getName().equals("commit")) {
                        fails = false;
                        throw new SQLException("The connection is gone.");
                    }
                    try {
                        Object answer = method.invoke(on, arguments);
                        return answer instanceof Connection ? proxy(Connection.class, answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
