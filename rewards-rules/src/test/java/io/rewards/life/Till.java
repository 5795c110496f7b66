package io.rewards.life;

import io.rewards.amount.Amount;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.TillDiscount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is left to pay of the lines of one purchase, in cents, while discounts come off. For one thread. */
final class Till {

    private final Map<String, Long> left = new HashMap<>();

    Till(List<PurchaseLine> lines) {
        lines.forEach(line -> left.put(line.id(), line.total().units()));
    }

    /** The lines of a purchase at what they cost after what the till took off by itself. */
    static List<PurchaseLine> charged(Purchase purchase) {
        List<PurchaseLine> lines = new ArrayList<>(purchase.lines());
        lines.sort(Comparator.comparing(PurchaseLine::id));
        for (TillDiscount discount : purchase.discounts()) {
            List<PurchaseLine> bearing = new ArrayList<>(lines);
            bearing.removeIf(line -> !discount.isFor(line) || line.total().isZero());
            Map<String, Long> parts = parts(discount.amount().units(), bearing);
            lines.replaceAll(line -> line.with(
                    line.quantity(),
                    line.total().minus(new Amount(Island.EUR, parts.getOrDefault(line.id(), 0L))),
                    line.vat()));
        }
        return lines;
    }

    long payable(List<PurchaseLine> lines) {
        return lines.stream().mapToLong(line -> left.get(line.id())).sum();
    }

    /** Takes off what fits of a discount on these lines: each bears its part of the price, and none more than is left. */
    long takeOff(List<PurchaseLine> lines, long discount) {
        long fits = Math.min(discount, payable(lines));
        long rest = fits;
        while (rest > 0) {
            List<PurchaseLine> bearing = new ArrayList<>(lines);
            bearing.removeIf(line -> left.get(line.id()) == 0);
            bearing.sort(Comparator.comparing(PurchaseLine::id));
            if (bearing.stream().allMatch(line -> line.total().isZero())) {
                bearing.replaceAll(
                        line -> line.with(line.quantity(), new Amount(Island.EUR, left.get(line.id())), line.vat()));
            }
            Map<String, Long> parts = parts(rest, bearing);
            boolean tooMuch = bearing.stream().anyMatch(line -> parts.get(line.id()) > left.get(line.id()));
            for (PurchaseLine line : bearing) {
                long part = parts.get(line.id());
                if (!tooMuch || part > left.get(line.id())) {
                    long borne = Math.min(part, left.get(line.id()));
                    left.merge(line.id(), -borne, Long::sum);
                    rest -= borne;
                }
            }
        }
        return fits;
    }

    private static Map<String, Long> parts(long whole, List<PurchaseLine> bearing) {
        long price = bearing.stream().mapToLong(line -> line.total().units()).sum();
        Map<String, Long> parts = new HashMap<>();
        long over = whole;
        for (PurchaseLine line : bearing) {
            long part = whole * line.total().units() / price;
            parts.put(line.id(), part);
            over -= part;
        }
        List<PurchaseLine> most = new ArrayList<>(bearing);
        most.sort(Comparator.comparing(
                (PurchaseLine line) -> -(whole * line.total().units() % price)));
        for (int i = 0; i < over; i++) {
            parts.merge(most.get(i).id(), 1L, Long::sum);
        }
        return parts;
    }
}
