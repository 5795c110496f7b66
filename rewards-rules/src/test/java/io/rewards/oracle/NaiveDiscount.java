package io.rewards.oracle;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.catalogue.SpendConditions;
import io.rewards.catalogue.SpendMethod;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is left to pay of each line of a sale, in smallest units, while awards are taken off it. A discount is for the lines
 * that count for its offer and that its money may be spent on. It is divided by what they count; a line that costs less than
 * its part is free, and the others bear the rest. What cannot be divided goes to the largest remainders. Source: domain 5.8,
 * 12.1 Q19 to Q21.
 */
final class NaiveDiscount {

    private final Programme programme;
    private final NaivePurchase sale;
    private final NaivePerson person;
    private final int scale;
    private final List<BigInteger> left = new ArrayList<>();

    NaiveDiscount(Programme programme, NaivePurchase sale, NaivePerson person) {
        this.person = person;
        this.programme = programme;
        this.sale = sale;
        scale = programme.settings().currency().scale();
        sale.lines().forEach(line -> left.add(units(line.sent().total().decimal())));
    }

    /** True for an award that is taken off the purchase, and does not wait in the wallet. */
    boolean isMadeNow(Offer offer) {
        Instant on = sale.purchase().performedOn();
        SpendConditions conditions = offer.spendConditions();
        return offer.spendMethod() == SpendMethod.SPEND_INSTANTLY
                && new NaiveAgreement(programme, sale.purchase().unit())
                        .paysBy(SpendMethod.SPEND_INSTANTLY, person.registeredAt())
                && !NaiveTime.spendableFrom(NaiveReasons.awardValidity(programme, offer), on, sale.zone())
                        .isAfter(on)
                && NaiveTime.open(conditions.times(), sale.clock())
                && sale.madeAt(conditions.units(), conditions.groups());
    }

    /** The most that the discount of an offer can be at this point. */
    BigDecimal most(Offer offer) {
        return new BigDecimal(linesOf(offer).stream().map(left::get).reduce(BigInteger.ZERO, BigInteger::add), scale);
    }

    /** Takes as much of {@code award} off as fits, and says how much of each line that was. */
    SortedMap<String, BigDecimal> take(Offer offer, BigDecimal award) {
        List<BigInteger> before = List.copyOf(left);
        List<Integer> sharing = linesOf(offer);
        divide(offer, units(award.min(most(offer))), sharing);
        SortedMap<String, BigDecimal> ofLines = new TreeMap<>();
        for (int i : sharing) {
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

    private List<Integer> linesOf(Offer offer) {
        List<NaivePurchase.Line> counting = new ArrayList<>(sale.lines(offer));
        sale.sets(offer).ifPresent(sets -> counting.removeIf(line -> !sets.has(line)));
        List<Integer> lines = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            NaivePurchase.Line line = sale.lines().get(i);
            if (counting.contains(line)
                    && NaivePurchase.selected(offer.spendConditions().products(), line)
                    && !NaivePurchase.isOn(programme.settings().neverPaid(), line)) {
                lines.add(i);
            }
        }
        return lines;
    }

    private void divide(Offer offer, BigInteger whole, List<Integer> among) {
        List<Integer> sharing = new ArrayList<>(among);
        sharing.removeIf(i -> left.get(i).signum() == 0);
        if (whole.signum() == 0) {
            return;
        }
        boolean worthless = sharing.stream().allMatch(i -> counts(offer, i).signum() == 0);
        List<BigInteger> weights = sharing.stream()
                .map(i -> worthless ? left.get(i) : counts(offer, i))
                .toList();
        List<BigInteger> parts = parts(whole, weights);
        BigInteger rest = whole;
        boolean free = false;
        for (int k = 0; k < parts.size(); k++) {
            int line = sharing.get(k);
            if (parts.get(k).compareTo(left.get(line)) > 0) {
                rest = rest.subtract(left.get(line));
                left.set(line, BigInteger.ZERO);
                free = true;
            }
        }
        if (free) {
            divide(offer, rest, sharing);
            return;
        }
        for (int k = 0; k < parts.size(); k++) {
            left.set(sharing.get(k), left.get(sharing.get(k)).subtract(parts.get(k)));
        }
    }

    /** Parts in proportion; what cannot be divided goes to the largest remainders. */
    static List<BigInteger> parts(BigInteger whole, List<BigInteger> weights) {
        BigInteger all = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger> parts = new ArrayList<>();
        List<Integer> byRemainder = new ArrayList<>();
        BigInteger rest = whole;
        for (BigInteger weight : weights) {
            byRemainder.add(parts.size());
            parts.add(whole.multiply(weight).divide(all));
            rest = rest.subtract(parts.get(parts.size() - 1));
        }
        byRemainder.sort(Comparator.comparing(
                        (Integer k) -> whole.multiply(weights.get(k)).mod(all))
                .reversed());
        for (int k : byRemainder.subList(0, rest.intValueExact())) {
            parts.set(k, parts.get(k).add(BigInteger.ONE));
        }
        return parts;
    }

    private BigInteger counts(Offer offer, int place) {
        NaivePurchase.Line line = sale.lines().get(place);
        return units(sale.sets(offer).map(sets -> sets.of(line)).orElseGet(() -> sale.rewarded(offer, line)));
    }

    private BigInteger units(BigDecimal amount) {
        return amount.movePointRight(scale).toBigIntegerExact();
    }
}
