package io.rewards.past;

import io.rewards.event.EventKey;
import io.rewards.wallet.Counted;
import io.rewards.wallet.Lot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds lots without money by id, by event and by voucher. Most events have one lot, and a list for each would take a third
 * of the index. Not thread-safe.
 */
final class LotIndex {

    private final Map<String, Lot> empty = new HashMap<>();
    private final boolean onTop;
    private final Set<String> filled = new HashSet<>();
    private final Map<EventKey, String> byEvent = new HashMap<>();
    private final Map<EventKey, List<String>> moreByEvent = new HashMap<>(0);
    private final Map<String, String> byVoucher = new HashMap<>();

    /**
     * An empty index.
     *
     * @param onTop true to remember which lots hold money, because another index below may still have them without
     */
    LotIndex(boolean onTop) {
        this.onTop = onTop;
    }

    /** Keeps {@code lot} where it holds no money, and forgets it where it does. */
    void put(Lot lot) {
        if (lot.remaining().isPositive()) {
            empty.remove(lot.id());
            if (onTop) {
                filled.add(lot.id());
            }
            return;
        }
        filled.remove(lot.id());
        Lot before = empty.put(lot.id(), lot);
        if (before == null || !before.provenance().equals(lot.provenance())) {
            note(lot);
        }
    }

    private void note(Lot lot) {
        note(lot.provenance().event(), lot.id());
        for (Counted source : lot.provenance().sources()) {
            note(source.event(), lot.id());
        }
        lot.provenance().exchange().ifPresent(points -> note(points.event(), lot.id()));
        lot.voucher().ifPresent(voucher -> byVoucher.put(voucher.codeHash(), lot.id()));
    }

    private void note(EventKey event, String lot) {
        String known = byEvent.putIfAbsent(event, lot);
        if (known != null && !known.equals(lot)) {
            List<String> more = moreByEvent.computeIfAbsent(event, unused -> new ArrayList<>(1));
            if (!more.contains(lot)) {
                more.add(lot);
            }
        }
    }

    /** True for a lot that this index knows something of, be it that it holds money. */
    boolean isKnown(String id) {
        return empty.containsKey(id) || filled.contains(id);
    }

    Optional<Lot> of(String id) {
        return Optional.ofNullable(empty.get(id));
    }

    List<Lot> of(EventKey event) {
        return Stream.concat(Stream.ofNullable(byEvent.get(event)), moreByEvent.getOrDefault(event, List.of()).stream())
                .flatMap(id -> of(id).stream())
                .filter(lot -> lot.provenance().isOf(event))
                .sorted(Comparator.comparing(Lot::id))
                .toList();
    }

    Optional<Lot> ofVoucher(String codeHash) {
        return Optional.ofNullable(byVoucher.get(codeHash)).flatMap(this::of);
    }

    List<Lot> all() {
        return List.copyOf(empty.values());
    }
}
