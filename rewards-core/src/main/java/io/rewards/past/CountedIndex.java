package io.rewards.past;

import io.rewards.event.EventKey;
import io.rewards.wallet.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds what counts for an offer by date and by event. Not thread-safe. */
final class CountedIndex {

    private static final EventKey FIRST = new EventKey("", "");

    private final Map<String, TreeMap<Counted, Counted>> byOffer = new HashMap<>();
    private final Map<EventKey, Set<String>> byEvent = new HashMap<>();
    private final boolean onTop;
    private final Map<EventKey, Set<String>> removed = new HashMap<>();

    /**
     * An empty index.
     *
     * @param onTop true to remember what was removed, because another index below may still have it
     */
    CountedIndex(boolean onTop) {
        this.onTop = onTop;
    }

    void put(String offer, Counted counted) {
        remove(offer, counted);
        byOffer.computeIfAbsent(offer, unused -> new TreeMap<>()).put(counted, counted);
        byEvent.computeIfAbsent(counted.event(), unused -> new HashSet<>(2)).add(offer);
    }

    void remove(String offer, Counted counted) {
        byOffer.computeIfPresent(offer, (code, all) -> {
            all.remove(counted);
            return all;
        });
        byEvent.computeIfPresent(counted.event(), (event, offers) -> {
            offers.remove(offer);
            return offers.isEmpty() ? null : offers;
        });
        if (onTop) {
            removed.computeIfAbsent(counted.event(), unused -> new HashSet<>(2)).add(offer);
        }
    }

    /** True where this index knows better than one below what of the event counts for the offer. */
    boolean isKnown(String offer, EventKey event) {
        return removed.getOrDefault(event, Set.of()).contains(offer);
    }

    /** As many as may have to be asked for below, so that {@code most} are left that this index does not know. */
    int known(int most) {
        return most == Integer.MAX_VALUE ? most : most + removed.size();
    }

    List<Counted> of(String offer, Instant from, Instant through, int most) {
        TreeMap<Counted, Counted> all = byOffer.get(offer);
        List<Counted> found = new ArrayList<>();
        if (all == null) {
            return found;
        }
        // A stream would ask for the size of the tail, which a tree map counts one by one.
        for (Counted counted : all.tailMap(new Counted(FIRST, from, 0)).values()) {
            if (found.size() == most || counted.performedOn().isAfter(through)) {
                break;
            }
            found.add(counted);
        }
        return found;
    }

    Set<String> offers(EventKey event) {
        return byEvent.getOrDefault(event, Set.of());
    }
}
