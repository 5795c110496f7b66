package io.rewards.life;

import io.rewards.life.Person.Counted;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a purchase brings an offer that counts. The window opens with the first purchase that is not used up; a late
 * purchase is counted as if it had come in time. Immutable. Source: domain 2.4 C4 to C6, 12.1 Q9.
 *
 * @param reached true when the target is reached
 * @param used what an award uses up
 * @param times how often the target is in it, where the rest is carried; otherwise once
 * @param kept what stays counted without an award
 * @param left what stays counted with one
 */
record Count(boolean reached, BigDecimal used, BigDecimal times, List<Counted> kept, List<Counted> left) {

    static Count of(List<Counted> unused, Counted purchase, BigDecimal target, TimeSpan period, boolean carries) {
        List<Counted> all = new ArrayList<>(unused);
        all.add(purchase);
        all.sort(Counted.BY_DATE);
        for (int last = all.indexOf(purchase); last < all.size(); last++) {
            int first = opening(all, last, period);
            List<Counted> window = all.subList(first, last + 1);
            BigDecimal sum = window.stream().map(Counted::units).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (window.contains(purchase) && sum.compareTo(target) >= 0) {
                BigDecimal times = carries ? sum.divideToIntegralValue(target) : BigDecimal.ONE;
                BigDecimal used = carries ? times.multiply(target) : sum;
                return new Count(true, used, times, all, left(all, window, used));
            }
        }
        return new Count(false, BigDecimal.ZERO, BigDecimal.ZERO, all, all);
    }

    /** The first purchase whose period is not over at the last one. */
    private static int opening(List<Counted> all, int last, TimeSpan period) {
        Instant end = all.get(last).on();
        for (int first = 0; first <= last; first++) {
            if (end.isBefore(When.after(all.get(first).on(), period))) {
                return first;
            }
        }
        throw new AssertionError("A purchase lies outside its own period.");
    }

    private static List<Counted> left(List<Counted> all, List<Counted> window, BigDecimal used) {
        BigDecimal toUse = used;
        List<Counted> left = new ArrayList<>();
        for (Counted each : all) {
            BigDecimal taken = window.contains(each) ? each.units().min(toUse) : BigDecimal.ZERO;
            toUse = toUse.subtract(taken);
            if (taken.compareTo(each.units()) < 0) {
                left.add(new Counted(each.event(), each.on(), each.units().subtract(taken), each.what()));
            }
        }
        return left;
    }
}
