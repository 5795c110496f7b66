package io.rewards.cli;

import io.rewards.cli.RetailOffers.OverTime;
import io.rewards.cli.RetailOffers.Row;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A customer in the recount: awards, purchases as they stand, counts towards awards, and the sums of money. */
final class RetailAccount {

    /** A part of an award or a discount on a row, for the pieces that have not come back. */
    record Share(long quantity, BigDecimal amount) {

        Share without(long pieces, BigDecimal unit) {
            return new Share(quantity - pieces, amount.subtract(of(pieces, unit)));
        }

        BigDecimal of(long pieces, BigDecimal unit) {
            return RetailOffers.part(amount, BigDecimal.valueOf(pieces), BigDecimal.valueOf(quantity), unit);
        }
    }

    /** A purchase that counts over time, oldest first. */
    record Counted(LocalDateTime on, String invoice) implements Comparable<Counted> {
        @Override
        public int compareTo(Counted other) {
            return Comparator.comparing(Counted::on)
                    .thenComparing(Counted::invoice)
                    .compare(this, other);
        }
    }

    static final class Award {
        final String offer;
        final Counted by;
        final boolean overTime;
        BigDecimal wished;
        BigDecimal standing;
        Map<String, Share> shares = new TreeMap<>();
        NavigableMap<Counted, BigDecimal> sources = new TreeMap<>();

        Award(String offer, Counted by, BigDecimal wished, BigDecimal amount) {
            this.offer = offer;
            this.by = by;
            this.wished = wished;
            standing = amount;
            overTime = RetailOffers.OVER_TIME.containsKey(offer);
        }

        boolean stands() {
            return standing.signum() > 0;
        }
    }

    static final class Bought {
        final Counted counted;
        final Map<String, Row> rows = new TreeMap<>();
        final Map<String, BigDecimal> toPay = new TreeMap<>();
        final List<Map<String, Share>> discounts = new ArrayList<>();

        Bought(Counted counted, List<Row> all) {
            this.counted = counted;
            all.forEach(row -> {
                rows.put(row.id(), row);
                toPay.put(row.id(), row.total());
            });
        }

        boolean isAllBack() {
            return rows.isEmpty();
        }
    }

    /** What came of a return. */
    static final class Returned {
        BigDecimal refund = BigDecimal.ZERO;
        BigDecimal toWallet = BigDecimal.ZERO;
        final Map<String, BigDecimal> takenBack = new TreeMap<>();
    }

    private static final BigDecimal PENNY = new BigDecimal("0.01");

    final String country;
    final List<Award> awards = new ArrayList<>();
    final Map<String, Bought> bought = new HashMap<>();
    private final Map<String, NavigableMap<Counted, BigDecimal>> open = new TreeMap<>();
    private BigDecimal pounds = BigDecimal.ZERO;
    private BigDecimal points = BigDecimal.ZERO;

    RetailAccount(String country) {
        this.country = country;
    }

    /** What there is to spend, or below 0 what is owed. */
    BigDecimal pounds() {
        return pounds;
    }

    BigDecimal points() {
        return points;
    }

    /** What of the offer's awards stands. */
    BigDecimal got(String offer) {
        return awards.stream()
                .filter(award -> award.offer.equals(offer))
                .map(award -> award.standing)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean has(String offer) {
        return got(offer).signum() > 0;
    }

    /** Notes an award and what its rows have in it. */
    void award(String offer, Counted by, BigDecimal wished, BigDecimal amount, Collection<Row> rows) {
        Award award = new Award(offer, by, wished, amount);
        List<Row> counted = rows.stream().filter(RetailOffers.counts(offer)).toList();
        boolean free = RetailOffers.sum(counted, row -> true).signum() == 0;
        award.shares = shares(
                amount,
                counted,
                counted.stream()
                        .map(row -> free ? BigDecimal.valueOf(row.quantity()) : row.total())
                        .toList(),
                RetailOffers.unit(offer));
        awards.add(award);
        move(offer, amount);
    }

    /** Notes money that was spent at once on some rows of a purchase. */
    void discount(Bought on, List<Row> rows, BigDecimal off) {
        Map<String, Share> shares = shares(
                off, rows, rows.stream().map(row -> on.toPay.get(row.id())).toList(), PENNY);
        shares.forEach((id, share) -> on.toPay.merge(id, share.amount(), BigDecimal::subtract));
        on.discounts.add(shares);
        pounds = pounds.subtract(off);
    }

    private static Map<String, Share> shares(
            BigDecimal amount, List<Row> rows, List<BigDecimal> weights, BigDecimal unit) {
        Map<String, Share> shares = new TreeMap<>();
        List<BigDecimal> parts = RetailOffers.split(amount, weights, unit);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).signum() > 0) {
                shares.put(rows.get(i).id(), new Share(rows.get(i).quantity(), parts.get(i)));
            }
        }
        return shares;
    }

    private void move(String offer, BigDecimal amount) {
        if (RetailOffers.isInPoints(offer)) {
            points = points.add(amount);
        } else {
            pounds = pounds.add(amount);
        }
    }

    /** Counts a purchase for an offer over time; the award that this earns, or 0. */
    BigDecimal count(String offer, Counted by, BigDecimal units) {
        OverTime terms = RetailOffers.OVER_TIME.get(offer);
        NavigableMap<Counted, BigDecimal> all = open.computeIfAbsent(offer, unused -> new TreeMap<>());
        all.put(by, units);
        NavigableMap<Counted, BigDecimal> window = new TreeMap<>(all);
        window.keySet().removeIf(counted -> !counted.on().plus(terms.period()).isAfter(by.on()));
        BigDecimal sum = sum(window);
        long times = RetailOffers.times(offer, sum);
        BigDecimal amount = times == 0 ? BigDecimal.ZERO : RetailOffers.award(offer, sum, times, baskets(by, terms));
        if (amount.signum() > 0) {
            Award award = new Award(offer, by, amount, amount);
            BigDecimal wanted = terms.pieces() ? target(terms, times) : sum;
            window.forEach((counted, each) -> move(counted, each.min(wanted.subtract(sum(award.sources))), all, award));
            awards.add(award);
            move(offer, amount);
        }
        return amount;
    }

    private static BigDecimal target(OverTime terms, long times) {
        return new BigDecimal(terms.target()).multiply(BigDecimal.valueOf(times));
    }

    private BigDecimal baskets(Counted by, OverTime terms) {
        return awards.stream()
                .filter(award -> RetailOffers.isBasketInPounds(award.offer))
                .filter(award -> !award.by.equals(by))
                .filter(award -> !award.by.on().isBefore(by.on().minus(terms.period())))
                .map(award -> award.standing)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Some units of a purchase go from what is open to an award. */
    private static void move(Counted counted, BigDecimal units, NavigableMap<Counted, BigDecimal> from, Award to) {
        BigDecimal left = from.get(counted).subtract(units);
        if (units.signum() > 0 || from.get(counted).signum() == 0) {
            to.sources.merge(counted, units, BigDecimal::add);
        }
        if (left.signum() > 0) {
            from.put(counted, left);
        } else {
            from.remove(counted);
        }
    }

    private static BigDecimal sum(Map<Counted, BigDecimal> counted) {
        return counted.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    // Returns.

    /** Takes pieces of some rows of a purchase back. */
    void takeBack(Bought sale, Map<String, Long> pieces, Returned returned) {
        List<Row> had = List.copyOf(sale.rows.values());
        pieces.forEach((id, back) -> takeBack(sale, id, back, returned));
        for (Award award : awards) {
            if (award.by.equals(sale.counted) && award.stands() && !award.overTime) {
                award(award, had, sale.rows.values(), pieces, returned);
            }
        }
        for (String offer : RetailOffers.OVER_TIME.keySet()) {
            overTime(offer, sale, returned);
        }
    }

    private void takeBack(Bought sale, String id, long back, Returned returned) {
        Row row = sale.rows.get(id);
        BigDecimal pieces = BigDecimal.valueOf(back);
        BigDecimal all = BigDecimal.valueOf(row.quantity());
        BigDecimal paid = RetailOffers.part(sale.toPay.get(id), pieces, all, PENNY);
        returned.refund = returned.refund.add(paid);
        sale.toPay.merge(id, paid, BigDecimal::subtract);
        for (Map<String, Share> discount : sale.discounts) {
            if (discount.containsKey(id)) {
                BigDecimal spent = discount.get(id).of(back, PENNY);
                returned.toWallet = returned.toWallet.add(spent);
                pounds = pounds.add(spent);
                reduce(discount, id, back, PENNY);
            }
        }
        BigDecimal value = row.total().subtract(RetailOffers.part(row.total(), pieces, all, PENNY));
        if (row.quantity() == back) {
            sale.rows.remove(id);
        } else {
            sale.rows.put(id, new Row(id, row.code(), row.quantity() - back, value));
        }
    }

    private static void reduce(Map<String, Share> shares, String id, long back, BigDecimal unit) {
        shares.computeIfPresent(id, (same, share) -> share.quantity() == back ? null : share.without(back, unit));
    }

    private void award(
            Award award, Collection<Row> had, Collection<Row> left, Map<String, Long> pieces, Returned returned) {
        pieces.forEach((id, back) -> reduce(award.shares, id, back, RetailOffers.unit(award.offer)));
        BigDecimal standing =
                award.shares.values().stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!RetailOffers.keepsTheDeal(award.offer) && !left.isEmpty()) {
            BigDecimal before = RetailOffers.wish(award.offer, award.by.on(), country, had);
            if (before.compareTo(award.wished) != 0) {
                throw new IllegalStateException("The offer (" + award.offer + ") gave (" + award.wished + ") to ("
                        + award.by.invoice() + "), and would now give (" + before + ").");
            }
            award.wished = RetailOffers.wish(award.offer, award.by.on(), country, left);
            standing = award.wished.min(award.standing);
        }
        reclaim(award, standing, returned);
    }

    private void overTime(String offer, Bought sale, Returned returned) {
        Counted back = sale.counted;
        BigDecimal left = RetailOffers.units(offer, sale.rows.values()).orElse(BigDecimal.ZERO);
        NavigableMap<Counted, BigDecimal> waiting = open.getOrDefault(offer, new TreeMap<>());
        List<Award> counting = new ArrayList<>(awards.stream()
                .filter(award -> award.offer.equals(offer) && award.stands() && award.sources.containsKey(back))
                .sorted(Comparator.comparing((Award award) -> award.by).reversed())
                .toList());
        BigDecimal counted = waiting.getOrDefault(back, BigDecimal.ZERO);
        for (Award award : counting) {
            counted = counted.add(award.sources.get(back));
        }
        BigDecimal gone = counted.subtract(left).max(BigDecimal.ZERO);
        gone = gone.subtract(takeOut(waiting, back, gone));
        for (Award award : counting) {
            BigDecimal before = sum(award.sources);
            BigDecimal taken = takeOut(award.sources, back, gone);
            gone = gone.subtract(taken);
            if (taken.signum() > 0) {
                shrink(award, before, waiting, returned);
            }
        }
    }

    private static BigDecimal takeOut(NavigableMap<Counted, BigDecimal> from, Counted counted, BigDecimal most) {
        BigDecimal there = from.getOrDefault(counted, BigDecimal.ZERO);
        BigDecimal taken = there.min(most);
        if (taken.signum() > 0) {
            if (taken.compareTo(there) == 0) {
                from.remove(counted);
            } else {
                from.put(counted, there.subtract(taken));
            }
        }
        return taken;
    }

    private void shrink(Award award, BigDecimal before, NavigableMap<Counted, BigDecimal> waiting, Returned returned) {
        BigDecimal unit = RetailOffers.unit(award.offer);
        BigDecimal now = sum(award.sources);
        if (RetailOffers.keepsTheDeal(award.offer)) {
            BigDecimal less = RetailOffers.part(award.standing, before.subtract(now), before, unit);
            reclaim(award, award.standing.subtract(less), returned);
            return;
        }
        OverTime terms = RetailOffers.OVER_TIME.get(award.offer);
        long times = RetailOffers.times(award.offer, before);
        BigDecimal wanted = target(terms, times);
        if (!award.sources.isEmpty()) {
            Counted first = award.sources.firstKey();
            for (Counted each : List.copyOf(waiting.keySet())) {
                BigDecimal missing = wanted.subtract(sum(award.sources));
                boolean inside = !each.on().isBefore(first.on())
                        && each.on().isBefore(first.on().plus(terms.period()));
                if (missing.signum() > 0 && inside) {
                    BigDecimal units = waiting.get(each);
                    move(each, terms.pieces() ? units.min(missing) : units, waiting, award);
                }
            }
        }
        long reached = Math.min(times, RetailOffers.times(award.offer, sum(award.sources)));
        BigDecimal used = reached > 0 && !terms.pieces() ? sum(award.sources) : target(terms, reached);
        for (Counted last : award.sources.descendingKeySet().stream().toList()) {
            BigDecimal spare = takeOut(award.sources, last, sum(award.sources).subtract(used));
            if (spare.signum() > 0) {
                waiting.merge(last, spare, BigDecimal::add);
            }
        }
        BigDecimal grant = reached == 0
                ? BigDecimal.ZERO
                : RetailOffers.award(award.offer, sum(award.sources), reached, BigDecimal.ZERO);
        reclaim(award, grant.min(award.standing), returned);
    }

    private void reclaim(Award award, BigDecimal standing, Returned returned) {
        BigDecimal less = award.standing.subtract(standing);
        if (less.signum() > 0) {
            returned.takenBack.merge(award.offer, less, BigDecimal::add);
            award.standing = standing;
            move(award.offer, less.negate());
        }
    }
}
