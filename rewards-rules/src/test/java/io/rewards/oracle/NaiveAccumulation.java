package io.rewards.oracle;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.TargetExcess;
import io.rewards.catalogue.Terms;
import io.rewards.oracle.NaivePerson.Counted;
import io.rewards.time.TimeSpan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The count of an accumulating offer with one more purchase: all purchases that no award has used up are laid out by
 * date, and the target is looked for at each of them from the new one on. Source: domain 2.4 C4 to C6.
 */
final class NaiveAccumulation {

    private final Offer offer;
    private final ZoneId zone;
    private final BigDecimal target;
    private final TimeSpan period;
    private final boolean carries;
    private final List<Counted> open;
    private List<Counted> window = List.of();
    private BigDecimal sum = BigDecimal.ONE.negate();

    NaiveAccumulation(NaivePerson person, NaivePurchase sale, Offer offer) {
        this.offer = offer;
        zone = sale.zone();
        BigDecimal units;
        BigDecimal rewarded;
        if (offer.terms() instanceof Terms.SpendLoyalty spend) {
            target = spend.target().decimal();
            period = spend.period();
            units = sale.base(offer);
            rewarded = sale.rewarded(offer);
        } else if (offer.terms() instanceof Terms.CountLoyalty count) {
            target = BigDecimal.valueOf(count.target());
            period = count.period();
            units = BigDecimal.ONE;
            rewarded = units;
        } else if (offer.terms() instanceof Terms.QuantityLoyalty pieces) {
            target = BigDecimal.valueOf(pieces.target());
            period = pieces.period();
            units = sale.pieces(offer);
            rewarded = units;
        } else {
            throw new AssertionError("Does not accumulate: " + offer);
        }
        carries = offer.terms() instanceof Terms.QuantityLoyalty
                || (offer.terms() instanceof Terms.SpendLoyalty spent && spent.excess() == TargetExcess.CARRY);
        open = new ArrayList<>(person.counted());
        open.removeIf(counted -> !counted.offer().equals(offer.code()));
        Counted purchase =
                new Counted(offer.code(), sale.purchase().key(), sale.purchase().performedOn(), units, rewarded);
        open.add(purchase);
        open.sort(Comparator.comparing(Counted::on).thenComparing(Counted::event));
        look(purchase);
    }

    static boolean accumulates(Offer offer) {
        return offer.terms() instanceof Terms.SpendLoyalty
                || offer.terms() instanceof Terms.CountLoyalty
                || offer.terms() instanceof Terms.QuantityLoyalty;
    }

    private void look(Counted purchase) {
        for (Counted last : open.subList(open.indexOf(purchase), open.size())) {
            List<Counted> seen = window(open.subList(0, open.indexOf(last) + 1), last.on());
            BigDecimal units = sum(seen);
            if (seen.contains(purchase) && !isReached() && units.compareTo(sum) > 0) {
                window = seen;
                sum = units;
            }
        }
    }

    /** Those from the first on whose period, opened by that first, still runs at {@code date}. */
    private List<Counted> window(List<Counted> passed, Instant date) {
        for (Counted first : passed) {
            if (date.isBefore(NaiveTime.plus(first.on(), period, zone))) {
                return List.copyOf(passed.subList(passed.indexOf(first), passed.size()));
            }
        }
        throw new AssertionError("A period contains its own start.");
    }

    boolean isReached() {
        return sum.compareTo(target) >= 0;
    }

    BigDecimal sum() {
        return sum;
    }

    /** How often the award is earned. */
    BigDecimal times() {
        return carries ? sum.divide(target, 0, RoundingMode.DOWN) : BigDecimal.ONE;
    }

    /** What an award uses up. */
    private BigDecimal used() {
        return carries ? times().multiply(target) : sum;
    }

    /** What a share or a rate is of: what an award uses up, of a purchase that it uses up in part its part. */
    BigDecimal rewarded() {
        BigDecimal toUse = used();
        BigDecimal rewarded = BigDecimal.ZERO;
        for (Counted counted : window) {
            BigDecimal used = counted.units().min(toUse);
            toUse = toUse.subtract(used);
            rewarded = rewarded.add(rewarded(counted, used));
        }
        return rewarded;
    }

    private BigDecimal rewarded(Counted counted, BigDecimal used) {
        return used.compareTo(counted.units()) == 0
                ? counted.rewarded()
                : counted.rewarded().multiply(used).divide(counted.units(), target.scale(), RoundingMode.HALF_UP);
    }

    /** What stays open when there is no award. */
    List<Counted> all() {
        return open;
    }

    /** What stays open after an award: the rest of the pieces, or whole purchases outside the window. */
    List<Counted> rest() {
        BigDecimal toUse = used();
        List<Counted> rest = new ArrayList<>();
        for (Counted counted : open) {
            if (!window.contains(counted)) {
                rest.add(counted);
                continue;
            }
            BigDecimal used = counted.units().min(toUse);
            toUse = toUse.subtract(used);
            if (used.compareTo(counted.units()) < 0) {
                rest.add(new Counted(
                        counted.offer(),
                        counted.event(),
                        counted.on(),
                        counted.units().subtract(used),
                        counted.rewarded().subtract(rewarded(counted, used))));
            }
        }
        return rest;
    }

    String progress(NaiveMoney money) {
        return Prediction.progress(text(money, sum), text(money, target), Optional.of(ends(window.get(0))));
    }

    /** What already counts towards the next award once this one was made. */
    String progressAfterAward(NaiveMoney money) {
        Counted first = window.get(0);
        List<Counted> next = rest();
        next.removeIf(counted -> counted.on().isBefore(first.on())
                || (counted.on().equals(first.on()) && counted.event().compareTo(first.event()) < 0));
        if (next.isEmpty()) {
            return Prediction.progress(text(money, BigDecimal.ZERO), text(money, target), Optional.empty());
        }
        Instant until = ends(next.get(0));
        next.removeIf(counted -> !counted.on().isBefore(until));
        return Prediction.progress(text(money, sum(next)), text(money, target), Optional.of(until));
    }

    private Instant ends(Counted first) {
        return NaiveTime.plus(first.on(), period, zone);
    }

    private String text(NaiveMoney money, BigDecimal units) {
        return offer.terms() instanceof Terms.SpendLoyalty ? money.inCurrency(units) : units.toPlainString();
    }

    private static BigDecimal sum(List<Counted> counted) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Counted each : counted) {
            sum = sum.add(each.units());
        }
        return sum;
    }
}
