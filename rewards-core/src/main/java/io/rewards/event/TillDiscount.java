package io.rewards.event;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A discount that the till gave by itself, such as a coupon: its lines cost, and count, less. Immutable.
 * Source: domain 5.7.
 *
 * @param amount of the discount
 * @param lines ids of the lines that it is for; empty for all
 */
public record TillDiscount(Amount amount, Set<String> lines) {

    /** Copies the set. */
    public TillDiscount {
        lines = Collections.unmodifiableSet(new TreeSet<>(lines));
    }

    /** A discount on the whole purchase, or on the lines of these ids. */
    public static TillDiscount of(Amount amount, String... lines) {
        return new TillDiscount(amount, Set.of(lines));
    }

    /** True for a line that it is for. */
    public boolean isFor(PurchaseLine line) {
        return lines.isEmpty() || lines.contains(line.id());
    }

    /** These lines, which are in order of their ids, with what each bears of the discount off, in proportion to its total. */
    List<PurchaseLine> takenOff(List<PurchaseLine> sold) {
        List<Amount> parts = Allocation.split(
                amount,
                sold.stream()
                        .map(line -> isFor(line) ? line.total().units() : 0)
                        .toList());
        List<PurchaseLine> left = new ArrayList<>(sold.size());
        for (int i = 0; i < parts.size(); i++) {
            left.add(sold.get(i).less(parts.get(i)));
        }
        return left;
    }
}
