package io.rewards.engine;

import io.rewards.account.Loaded;
import io.rewards.past.Needs;
import io.rewards.past.Past;
import io.rewards.store.RewardsStore;
import io.rewards.store.StoreInFront;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts the accounts that are loaded, and what is read from their pasts. Not thread-safe. */
final class CountingStore extends StoreInFront {

    private final Set<String> loaded = new HashSet<>();
    private final Set<String> asked = new TreeSet<>();
    private long questions;
    private long read;

    CountingStore(RewardsStore behind) {
        super(behind);
    }

    /** How many different accounts were loaded. */
    int loaded() {
        return loaded.size();
    }

    /** Which questions pasts were asked, how often, and how many things they answered with. */
    String reads() {
        return questions + " questions " + asked + ", " + read + " answers";
    }

    void forgetCounts() {
        loaded.clear();
        asked.clear();
        questions = 0;
        read = 0;
    }

    @Override
    public Optional<Loaded> load(String participant, Needs needs) {
        loaded.add(participant);
        return super.load(participant, needs).map(loaded -> new Loaded(loaded.account(), counting(loaded.past())));
    }

    private Past counting(Past past) {
        return (Past) Proxy.newProxyInstance(
                Past.class.getClassLoader(), new Class<?>[] {Past.class}, (proxy, question, arguments) -> {
                    try {
                        Object answer = question.invoke(past, arguments);
                        asked.add(question.getName());
                        questions++;
                        read += size(answer);
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static long size(Object answer) {
        if (answer instanceof Collection<?> many) {
            return many.size();
        }
        if (answer instanceof Map<?, ?> many) {
            return many.size();
        }
        return answer instanceof Optional<?> one && one.isEmpty() ? 0 : 1;
    }
}
