package io.rewards.oracle;

import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SpendConditions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is left to pay of each line of a sale, in smallest units, while awards are taken off it. A discount is divided by
 * what is left of the lines it may pay; what cannot be divided goes to the largest remainders. Source: domain 5.2,
 * 5.3, 12.1 Q19 to Q21.
 */
final class NaiveDiscount {

    private final NaivePurchase sale;
    private final int scale;
    private final List<BigInteger> left = new ArrayList<>();

    NaiveDiscount(NaivePurchase sale) {
        this.sale = sale;
        scale = sale.lines().get(0).sent().total().denomination().scale();
        sale.lines()
                .forEach(line -> left.add(
                        line.sent().total().decimal().movePointRight(scale).toBigIntegerExact()));
    }

    /** Takes as much of {@code award} off as the conditions allow, and says how much of each line that was. */
    SortedMap<String, BigDecimal> take(BigDecimal award, SpendConditions conditions, Programme programme) {
        boolean now = NaiveTime.open(conditions.times(), sale.clock())
                && sale.madeAt(conditions.units(), conditions.groups());
        List<Integer> paid = new ArrayList<>();
        BigInteger payable = BigInteger.ZERO;
        for (int i = 0; i < left.size(); i++) {
            if (now
                    && NaivePurchase.selected(
                            conditions.products(), sale.lines().get(i))) {
                paid.add(i);
                payable = payable.add(left.get(i));
            }
        }
        BigInteger taken = award.movePointRight(scale).toBigIntegerExact().min(payable);
        List<BigInteger> before = List.copyOf(left);
        if (taken.signum() > 0) {
            divide(taken, paid, payable);
        }
        SortedMap<String, BigDecimal> ofLines = new TreeMap<>();
        for (int i = 0; i < left.size(); i++) {
            BigInteger ofLine = before.get(i).subtract(left.get(i));
            if (ofLine.signum() > 0) {
                ofLines.put(sale.lines().get(i).sent().id(), new BigDecimal(ofLine, scale));
            }
        }
        return ofLines;
    }

    BigDecimal payable() {
        return new BigDecimal(left.stream().reduce(BigInteger.ZERO, BigInteger::add), scale);
    }

    private void divide(BigInteger taken, List<Integer> paid, BigInteger payable) {
        BigInteger rest = taken;
        List<BigInteger> before = List.copyOf(left);
        for (int i : paid) {
            BigInteger share = taken.multiply(before.get(i)).divide(payable);
            left.set(i, before.get(i).subtract(share));
            rest = rest.subtract(share);
        }
        List<Integer> byRemainder = new ArrayList<>(paid);
        byRemainder.sort(Comparator.comparing(
                        (Integer i) -> taken.multiply(before.get(i)).mod(payable))
                .reversed());
        for (int i : byRemainder.subList(0, rest.intValueExact())) {
            left.set(i, left.get(i).subtract(BigInteger.ONE));
        }
    }
}
