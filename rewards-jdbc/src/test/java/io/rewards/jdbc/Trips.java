package io.rewards.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Notes every statement that goes to a database, each one round trip. For one thread. */
public final class Trips {

    private final List<String> statements = new ArrayList<>();

    /** The same database, noted. */
    public DataSource of(DataSource database) {
        return proxy(DataSource.class, database, "");
    }

    /** What went there since it was asked last. */
    public List<String> taken() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    private <T> T proxy(Class<T> type, Object on, String sql) {
        return type.cast(Proxy.newProxyInstance(
                Trips.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        statements.add(sql);
                    }
                    Object answer = call(method, on, arguments);
                    if (answer instanceof PreparedStatement) {
                        return proxy(PreparedStatement.class, answer, (String) arguments[0]);
                    }
                    return answer instanceof Connection ? proxy(Connection.class, answer, "") : answer;
                }));
    }

    private static Object call(Method method, Object on, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
