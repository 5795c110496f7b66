package io.rewards.account;

import io.rewards.wallet.Counted;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What counts towards the next awards of a participant. Immutable. Source: domain 2.4 C4 to C6, C8.
 *
 * @param counted what no award has used up and is in a window that is still open, by code of the accumulating offer
 * @param collected achievements that no award has used up, by code of the offer that wants several
 * @param over date of the newest that is in the past because its window has closed, by code of the accumulating offer; it
 *     says whether an event is so late that the past has to be asked
 */
public record Counters(
        Map<String, List<Counted>> counted, Map<String, List<Collected>> collected, Map<String, Instant> over) {

    /** Nothing counts. */
    public static final Counters NONE = new Counters(Map.of(), Map.of());

    /** Counts of which nothing is over. */
    public Counters(Map<String, List<Counted>> counted, Map<String, List<Collected>> collected) {
        this(counted, collected, Map.of());
    }

    /** Copies the collections and leaves out offers for which nothing counts. */
    public Counters {
        counted = copy(counted);
        collected = copy(collected);
        over = Map.copyOf(over);
    }

    /** What counts for the offer of this code. */
    public List<Counted> countedFor(String offer) {
        return counted.getOrDefault(offer, List.of());
    }

    /** The achievements that wait for the others of the offer of this code. */
    public List<Collected> collectedFor(String offer) {
        return collected.getOrDefault(offer, List.of());
    }

    /** The date of the newest that counts for an offer and is in the past; empty where nothing is. */
    public Optional<Instant> newestOver(String offer) {
        return Optional.ofNullable(over.get(offer));
    }

    private static <T> Map<String, List<T>> copy(Map<String, List<T>> lists) {
        if (isCopied(lists)) {
            return Map.copyOf(lists);
        }
        Map<String, List<T>> copy = new HashMap<>();
        lists.forEach((offer, list) -> {
            if (!list.isEmpty()) {
                copy.put(offer, List.copyOf(list));
            }
        });
        return Map.copyOf(copy);
    }

    /** True where every list is a copy already and has something in it. */
    private static <T> boolean isCopied(Map<String, List<T>> lists) {
        for (List<T> list : lists.values()) {
            if (list.isEmpty() || List.copyOf(list) != list) {
                return false;
            }
        }
        return true;
    }
}
