package io.rewards.jdbc;

import io.rewards.account.Account;
import io.rewards.account.Loaded;
import io.rewards.past.Past;
import io.rewards.store.InMemoryStore;
import io.rewards.store.Kept;
import io.rewards.store.MerchantBooks;
import io.rewards.store.RewardsStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A store in a database and one in memory that are told the same: every answer of the one, also about the past of an
 * account, is compared with that of the other. For one thread.
 */
public final class TwinStore {

    private TwinStore() {}

    /** The two as one store. */
    public static RewardsStore of(RewardsStore database) {
        return twin(RewardsStore.class, new InMemoryStore(), database);
    }

    private static <T> T twin(Class<T> type, T memory, T database) {
        return type.cast(Proxy.newProxyInstance(
                TwinStore.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object expected = call(method, memory, arguments);
                    Object found = call(method, database, arguments);
                    if (expected instanceof MerchantBooks books) {
                        return twin(MerchantBooks.class, books, (MerchantBooks) found);
                    }
                    if (expected instanceof Optional<?> optional
                            && optional.isPresent()
                            && optional.get() instanceof Loaded loaded) {
                        return Optional.of(both(loaded, (Loaded) ((Optional<?>) found).orElseThrow()));
                    }
                    same(method, arguments, comparable(expected), comparable(found));
                    return found;
                }));
    }

    private static Loaded both(Loaded expected, Loaded found) {
        if (!expected.account().equals(found.account())) {
            throw new AssertionError(differences(expected.account(), found.account()));
        }
        Past past = (Past) Proxy.newProxyInstance(
                TwinStore.class.getClassLoader(), new Class<?>[] {Past.class}, (proxy, method, arguments) -> {
                    Object one = call(method, expected.past(), arguments);
                    Object other = call(method, found.past(), arguments);
                    same(method, arguments, one, other);
                    return other;
                });
        return new Loaded(found.account(), past);
    }

    private static String differences(Account expected, Account found) {
        List<String> differences = new ArrayList<>();
        if (!expected.participant().equals(found.participant())) {
            differences.add(expected.participant() + "\n" + found.participant());
        }
        if (!expected.wallet().equals(found.wallet())) {
            differences.add(expected.wallet() + "\n" + found.wallet());
        }
        if (!expected.counters().equals(found.counters())) {
            differences.add(expected.counters() + "\n" + found.counters());
        }
        differences.add(expected.open() + "\n" + found.open());
        differences.add(expected.journal() + " " + expected.version() + "\n" + found.journal() + " " + found.version());
        return String.join("\n", differences);
    }

    /** Numbers of what is kept differ, and their order does not. */
    private static Object comparable(Object answer) {
        return answer instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Kept<?>
                ? list.stream().map(each -> ((Kept<?>) each).what()).toList()
                : answer;
    }

    private static void same(Method method, Object[] arguments, Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError(method.getName() + " of "
                    + (arguments == null ? List.of() : List.of(arguments)) + "\nin memory: " + expected
                    + "\nin the database: " + found);
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
