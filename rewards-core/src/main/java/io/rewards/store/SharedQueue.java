package io.rewards.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What is kept until it is done with, in the order in which it came. Not thread-safe. */
final class SharedQueue<K, V> {

    private final TreeMap<Long, V> byNumber = new TreeMap<>();
    private final Map<K, Long> numbers = new HashMap<>();
    private final Map<Long, Instant> claimedUntil = new HashMap<>();
    private long last;

    void put(K key, V value) {
        byNumber.put(numbers.computeIfAbsent(key, unused -> ++last), value);
    }

    void remove(K key) {
        Long number = numbers.remove(key);
        if (number != null) {
            byNumber.remove(number);
            claimedUntil.remove(number);
        }
    }

    List<Kept<V>> claim(long after, int most, Lease lease) {
        List<Kept<V>> free = page(after, most, number -> isFree(number, lease.from()));
        free.forEach(each -> claimedUntil.put(each.number(), lease.until()));
        return free;
    }

    private boolean isFree(Long number, Instant at) {
        Instant until = claimedUntil.get(number);
        return until == null || !until.isAfter(at);
    }

    void letGo(K key, Lease lease) {
        Long number = numbers.get(key);
        if (number != null) {
            claimedUntil.remove(number, lease.until());
        }
    }

    List<Kept<V>> page(long after, int most) {
        return page(after, most, number -> true);
    }

    private List<Kept<V>> page(long after, int most, Predicate<Long> wanted) {
        List<Kept<V>> page = new ArrayList<>();
        // A stream would ask for the size of the tail, which a tree map counts one by one.
        for (Map.Entry<Long, V> entry : byNumber.tailMap(after, false).entrySet()) {
            if (page.size() == most) {
                break;
            }
            if (wanted.test(entry.getKey())) {
                page.add(new Kept<>(entry.getKey(), entry.getValue()));
            }
        }
        return page;
    }
}
