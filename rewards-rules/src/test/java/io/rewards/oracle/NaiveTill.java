package io.rewards.oracle;

import io.rewards.amount.Amount;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.TillDiscount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What lines cost after the discounts of the till, each in proportion to what its lines still cost. Source: domain 5.7. */
final class NaiveTill {

    private NaiveTill() {}

    /** The lines in order of their ids. */
    static List<PurchaseLine> charged(Purchase purchase) {
        List<PurchaseLine> lines = new ArrayList<>(purchase.lines());
        lines.sort(Comparator.comparing(PurchaseLine::id));
        for (TillDiscount discount : purchase.discounts()) {
            List<BigInteger> weights = new ArrayList<>();
            for (PurchaseLine line : lines) {
                boolean meant = discount.lines().isEmpty() || discount.lines().contains(line.id());
                weights.add(meant ? units(line.total()) : BigInteger.ZERO);
            }
            List<BigInteger> parts = NaiveDiscount.parts(units(discount.amount()), weights);
            for (int i = 0; i < parts.size(); i++) {
                lines.set(i, less(lines.get(i), parts.get(i)));
            }
        }
        return lines;
    }

    /** True where a discount is of nothing, for a line that is not there, or more than its lines still cost. */
    static boolean isWrong(Purchase purchase) {
        List<TillDiscount> before = new ArrayList<>();
        for (TillDiscount discount : purchase.discounts()) {
            BigInteger most = BigInteger.ZERO;
            for (PurchaseLine line : charged(purchase.discounted(before.toArray(TillDiscount[]::new)))) {
                if (discount.lines().isEmpty() || discount.lines().contains(line.id())) {
                    most = most.add(units(line.total()));
                }
            }
            boolean known =
                    purchase.lines().stream().map(PurchaseLine::id).toList().containsAll(discount.lines());
            if (!known
                    || discount.amount().units() <= 0
                    || units(discount.amount()).compareTo(most) > 0) {
                return true;
            }
            before.add(discount);
        }
        return false;
    }

    private static PurchaseLine less(PurchaseLine line, BigInteger off) {
        if (off.signum() == 0) {
            return line;
        }
        BigInteger left = units(line.total()).subtract(off);
        BigInteger vat =
                NaiveDiscount.parts(units(line.vat()), List.of(left, off)).get(0);
        return new PurchaseLine(
                line.id(),
                line.product(),
                line.type(),
                line.family(),
                line.quantity(),
                new Amount(line.total().denomination(), left.longValueExact()),
                new Amount(line.vat().denomination(), vat.longValueExact()),
                line.attributes(),
                line.kind());
    }

    private static BigInteger units(Amount amount) {
        return BigInteger.valueOf(amount.units());
    }
}
