package io.rewards.account;

import io.rewards.amount.AmountOverflowException;
import io.rewards.time.TimeSpan;
import io.rewards.wallet.Counted;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Counts purchases towards a target within a period. The window opens with the first purchase that no award has used up
 * and is half open; a purchase that falls out hands the opening to the next. A late purchase counts where its own date
 * puts it: the target is looked for at every purchase from its date on, as if all had come in order. Immutable.
 * Source: domain 2.4 C4 to C6, 12.1 Q9.
 *
 * @param sum most units counted in a window with the purchase, or those at which the target was reached
 * @param reached true when the sum reaches the target
 * @param rewarded what of that an award is worked out of
 * @param target to reach
 * @param times how often the target fits into the sum
 * @param windowEnds first instant after the window of the sum
 * @param used what an award uses up, by purchase
 * @param unused counts left when an award uses those up
 * @param all counts left when there is no award
 * @param carried units that already count towards the next target after an award
 * @param carriedUntil first instant after the window of those; empty while there are none
 */
public record Accumulation(
        long sum,
        boolean reached,
        long rewarded,
        long target,
        long times,
        Instant windowEnds,
        List<Counted> used,
        List<Counted> unused,
        List<Counted> all,
        long carried,
        Optional<Instant> carriedUntil) {

    /**
     * Adds a purchase.
     *
     * @param open counts that no award has used up
     * @param purchase what the purchase contributes
     * @param target to reach
     * @param period of a window
     * @param carry true to use up exactly the targets reached and to carry the rest, false to use up whole purchases
     * @param zone whose calendar counts the period
     */
    public static Accumulation of(
            List<Counted> open, Counted purchase, long target, TimeSpan period, boolean carry, ZoneId zone) {
        List<Counted> all = new ArrayList<>(open.size() + 1);
        for (Counted known : open) {
            if (!known.event().equals(purchase.event())) {
                all.add(known);
            }
        }
        all.add(purchase);
        all.sort(null);
        int here = all.indexOf(purchase);
        long most = -1;
        long mostRewarded = 0;
        Instant mostEnds = period.after(purchase.performedOn(), zone);
        int first = 0;
        for (int last = here; last < all.size(); last++) {
            first = firstOfWindow(all, first, last, period, zone);
            if (first > here) {
                break;
            }
            long sum = sum(all, first, last + 1);
            Instant ends = period.after(all.get(first).performedOn(), zone);
            if (sum >= target) {
                return reached(all, first, last, sum, target, carry, period, zone);
            }
            if (sum > most) {
                most = sum;
                mostRewarded = carry ? 0 : rewarded(all.subList(first, last + 1));
                mostEnds = ends;
            }
        }
        List<Counted> left = List.copyOf(all);
        return new Accumulation(
                most, false, mostRewarded, target, 0, mostEnds, List.of(), left, left, 0, Optional.empty());
    }

    /** Copies the lists. */
    public Accumulation {
        used = List.copyOf(used);
        unused = List.copyOf(unused);
        all = List.copyOf(all);
    }

    private static Accumulation reached(
            List<Counted> all,
            int first,
            int last,
            long sum,
            long target,
            boolean carry,
            TimeSpan period,
            ZoneId zone) {
        long toUse = carry ? sum / target * target : sum;
        List<Counted> used = new ArrayList<>();
        List<Counted> unused = new ArrayList<>(all.subList(0, first));
        for (Counted counted : all.subList(first, last + 1)) {
            long taken = Math.min(toUse, counted.units());
            toUse -= taken;
            if (taken > 0 || counted.units() == 0) {
                used.add(counted.part(taken));
            }
            if (taken < counted.units()) {
                unused.add(counted.without(taken));
            }
        }
        unused.addAll(all.subList(last + 1, all.size()));
        List<Counted> next = unused.subList(first, unused.size());
        Optional<Instant> nextEnds =
                next.stream().findFirst().map(opening -> period.after(opening.performedOn(), zone));
        long carried = nextEnds.map(ends -> sum(next.stream()
                        .filter(counted -> counted.performedOn().isBefore(ends))
                        .toList()))
                .orElse(0L);
        Instant ends = period.after(all.get(first).performedOn(), zone);
        return new Accumulation(
                sum, true, rewarded(used), target, sum / target, ends, used, unused, all, carried, nextEnds);
    }

    /** The windows of later purchases open later, so the search goes on at {@code start}. */
    private static int firstOfWindow(List<Counted> all, int start, int last, TimeSpan period, ZoneId zone) {
        Instant date = all.get(last).performedOn();
        int first = start;
        while (!period.after(all.get(first).performedOn(), zone).isAfter(date)) {
            first++;
        }
        return first;
    }

    private static long sum(List<Counted> counts) {
        return sum(counts, 0, counts.size());
    }

    private static long sum(List<Counted> counts, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum = plus(sum, counts.get(i).units());
        }
        return sum;
    }

    private static long rewarded(List<Counted> counts) {
        long sum = 0;
        for (Counted each : counts) {
            sum = plus(sum, each.rewarded());
        }
        return sum;
    }

    private static long plus(long sum, long units) {
        long more = sum + units;
        if (more < sum) {
            throw new AmountOverflowException("what was counted, " + sum + " units, plus " + units);
        }
        return more;
    }
}
