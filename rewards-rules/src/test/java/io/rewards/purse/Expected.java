package io.rewards.purse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What should come of an event, in smallest units. Not thread-safe. */
final class Expected {

    boolean refused;
    String why = "";
    final Map<String, Long> awards = new TreeMap<>();

    /** True where a run has freed or spent money. */
    boolean moved;

    /** Discounts by offer, of each line. */
    final Map<String, Map<String, Long>> instant = new TreeMap<>();

    Optional<Long> payable = Optional.empty();
    long backEnd;
    Optional<Long> requested = Optional.empty();

    /** What was spent, reserved or freed of which lot. */
    final Map<String, Long> parts = new TreeMap<>();

    /** Points that were asked for, points that were turned, and the money that they became; nothing where none were. */
    List<Long> exchanged = List.of();

    /** Purchases of which goods came back. */
    final List<NaiveSale> back = new ArrayList<>();

    long refund;
    long toWallet;

    /** Amount, its own, of others, owed and lost, by lot. */
    final Map<String, long[]> reclaimed = new TreeMap<>();

    static Expected refused(String why) {
        Expected expected = new Expected();
        expected.refused = true;
        expected.why = why;
        return expected;
    }

    /** True where a run has brought or moved money, without which it pays no debts. */
    boolean hasMoved() {
        return moved || !awards.isEmpty();
    }

    void reclaim(String lot, long[] split) {
        long[] sum = reclaimed.computeIfAbsent(lot, unused -> new long[split.length]);
        for (int i = 0; i < split.length; i++) {
            sum[i] += split[i];
        }
    }
}
