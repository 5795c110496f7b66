package io.rewards.purse;

import io.rewards.event.EventKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The search for a target among purchases that no award has used: at each of them from the new one on, as if all had come
 * in order. Source: domain 2.4 C4 to C6.
 */
final class NaiveCount {

    /** So many units of a purchase, and what an award is worked out of for them. */
    record Counted(EventKey event, Instant on, long units, long rewarded) {

        static final Comparator<Counted> BY_DATE =
                Comparator.comparing(Counted::on).thenComparing(Counted::event);

        /** So many of them, with their part of the rest. */
        Counted some(long part) {
            return new Counted(event, on, part, part == units ? rewarded : NaiveShare.part(rewarded, part, units));
        }

        /** The others. */
        Counted but(long part) {
            return part == 0 ? this : new Counted(event, on, units - part, rewarded - some(part).rewarded);
        }
    }

    private final int days;
    private final List<Counted> all;
    private List<Counted> window = List.of();
    private long sum;
    private boolean reached;

    NaiveCount(List<Counted> open, Counted purchase, long target, int days) {
        this.days = days;
        all = new ArrayList<>(open);
        all.add(purchase);
        all.sort(Counted.BY_DATE);
        for (int last = all.indexOf(purchase); last < all.size() && !reached; last++) {
            List<Counted> seen = window(last);
            if (seen.contains(purchase)) {
                window = seen;
                sum = seen.stream().mapToLong(Counted::units).sum();
                reached = sum >= target;
            }
        }
    }

    private List<Counted> window(int last) {
        Instant date = all.get(last).on();
        int first = 0;
        while (!date.isBefore(end(all.get(first).on(), days))) {
            first++;
        }
        return List.copyOf(all.subList(first, last + 1));
    }

    static Instant end(Instant start, int days) {
        return start.atZone(Market.ZONE).plusDays(days).toInstant();
    }

    boolean isReached() {
        return reached;
    }

    long sum() {
        return sum;
    }

    /** Everything that counts while there is no award. */
    List<Counted> all() {
        return all;
    }

    /** What an award uses up of the oldest purchases of the window, {@code units} in all. */
    List<Counted> used(long units) {
        List<Counted> used = new ArrayList<>();
        long left = units;
        for (Counted counted : window) {
            long taken = Math.min(left, counted.units());
            left -= taken;
            if (taken > 0 || counted.units() == 0) {
                used.add(counted.some(taken));
            }
        }
        return used;
    }

    /** {@code counted} without what is {@code used}. */
    static List<Counted> without(List<Counted> counted, List<Counted> used) {
        List<Counted> rest = new ArrayList<>();
        for (Counted each : counted) {
            long taken = used.stream()
                    .filter(one -> one.event().equals(each.event()))
                    .mapToLong(Counted::units)
                    .sum();
            boolean touched = used.stream().anyMatch(one -> one.event().equals(each.event()));
            if (!touched || taken < each.units()) {
                rest.add(each.but(taken));
            }
        }
        return rest;
    }
}
