package io.rewards.benchmarks;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Notes what a store writes to a database, statement by statement, so that it can be written again without the store. */
final class StatementLog {

    /** A statement and what was bound to it. */
    record Bound(String sql, List<Object> values) {

        void run(Connection connection) throws SQLException {
            try (PreparedStatement prepared = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.size(); i++) {
                    prepared.setObject(i + 1, values.get(i));
                }
                prepared.executeUpdate();
            }
        }
    }

    private final List<List<Bound>> transactions = new ArrayList<>();
    private List<Bound> current = new ArrayList<>();

    /** The same database, noted; for one thread. */
    DataSource of(DataSource database) {
        return proxy(DataSource.class, database, "", new TreeMap<>());
    }

    /** What each transaction wrote since this was asked last. */
    List<List<Bound>> taken() {
        List<List<Bound>> taken = List.copyOf(transactions);
        transactions.clear();
        return taken;
    }

    private <T> T proxy(Class<T> type, Object on, String sql, Map<Integer, Object> values) {
        return type.cast(Proxy.newProxyInstance(
                StatementLog.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    note(method.getName(), arguments, sql, values);
                    Object answer = call(method, on, arguments);
                    if (answer instanceof PreparedStatement) {
                        return proxy(PreparedStatement.class, answer, (String) arguments[0], new TreeMap<>());
                    }
                    return answer instanceof Connection ? proxy(Connection.class, answer, "", new TreeMap<>()) : answer;
                }));
    }

    private void note(String method, Object[] arguments, String sql, Map<Integer, Object> values) {
        if (method.equals("setObject") && arguments.length == 2) {
            values.put((Integer) arguments[0], arguments[1]);
        } else if (method.startsWith("execute") && !sql.startsWith("select")) {
            int at = 1;
            for (String each : sql.split(";\n", -1)) {
                if (each.isBlank()) {
                    continue;
                }
                List<Object> bound = new ArrayList<>();
                for (long left = each.chars().filter(sign -> sign == '?').count(); left > 0; left--) {
                    bound.add(values.get(at++));
                }
                current.add(new Bound(each, bound));
            }
        } else if (method.equals("commit")) {
            transactions.add(current);
            current = new ArrayList<>();
        } else if (method.equals("rollback")) {
            current = new ArrayList<>();
        }
    }

    private static Object call(Method method, Object on, Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
