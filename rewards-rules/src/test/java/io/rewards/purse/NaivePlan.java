package io.rewards.purse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The most that lots can pay for lines, one after another, none making an earlier one pay less. Found by trying every cut
 * between lots and lines: no more can flow than the smallest lets through. Source: domain 5.3, 5.4.
 */
final class NaivePlan {

    private NaivePlan() {}

    /**
     * What each lot pays, in order.
     *
     * @param lots in the order in which they are spent
     * @param most that each holds, by lot
     * @param lines to pay for
     * @param owed for each line
     * @param requested at most
     */
    static Map<NaiveLot, Long> of(
            List<NaiveLot> lots,
            Map<NaiveLot, Long> most,
            List<NaiveSale.Line> lines,
            List<Long> owed,
            long requested) {
        long[] through = new long[1 << lines.size()];
        for (int cut = 0; cut < through.length; cut++) {
            for (int i = 0; i < lines.size(); i++) {
                through[cut] += (cut >> i & 1) == 1 ? owed.get(i) : 0;
            }
        }
        Map<NaiveLot, Long> paid = new LinkedHashMap<>();
        long sum = 0;
        for (NaiveLot lot : lots) {
            long tried = Math.min(most.get(lot), requested - sum);
            long flow = Long.MAX_VALUE;
            for (int cut = 0; cut < through.length; cut++) {
                flow = Math.min(flow, through[cut] + (reachesOutside(lot, lines, cut) ? tried : 0));
            }
            long pays = flow - sum;
            if (pays > 0) {
                paid.put(lot, pays);
                sum += pays;
                for (int cut = 0; cut < through.length; cut++) {
                    through[cut] += reachesOutside(lot, lines, cut) ? pays : 0;
                }
            }
        }
        return paid;
    }

    private static boolean reachesOutside(NaiveLot lot, List<NaiveSale.Line> lines, int cut) {
        for (int i = 0; i < lines.size(); i++) {
            if ((cut >> i & 1) == 0 && accepts(lot, lines.get(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean accepts(NaiveLot lot, NaiveSale.Line line) {
        return !line.neverPaid && NaiveGrant.matches(lot.conditions.products(), line);
    }

    /** What is owed for lines, in their order. */
    static List<Long> owed(List<NaiveSale.Line> lines) {
        List<Long> owed = new ArrayList<>();
        lines.forEach(line -> owed.add(line.payable));
        return owed;
    }

    static Map<NaiveLot, Long> all(List<NaiveLot> lots) {
        Map<NaiveLot, Long> all = new LinkedHashMap<>();
        lots.forEach(lot -> all.put(lot, lot.there()));
        return all;
    }

    static long sum(Map<NaiveLot, Long> paid) {
        return paid.values().stream().mapToLong(Long::longValue).sum();
    }
}
