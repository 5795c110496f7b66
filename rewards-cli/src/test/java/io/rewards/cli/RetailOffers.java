package io.rewards.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The numbers of the offers of the Online Retail programme, written down a second time, and plain arithmetic. */
final class RetailOffers {

    static final List<String> SPENT_AT_ONCE = List.of("LUNCH-BREAK", "CAKESTAND", "HALF-POSTAGE", "WARM-HANDS");

    /** Offers that look at one purchase, those of which only the best applies last. */
    static final List<String> OF_ONE_PURCHASE = List.of(
            "EARLY-BIRD",
            "LUNCH-BREAK",
            "SUNDAY-GIFTS",
            "LATE-SHIFT",
            "WELCOME",
            "RETURNING-20",
            "WEEK-BUDGET",
            "FIRST-HUNDRED",
            "ADVENT",
            "HEARTS",
            "CAKESTAND",
            "HALF-POSTAGE",
            "WARM-HANDS",
            "SORRY-POINTS");

    static final List<String> RIVALS = List.of("BASKET-100", "BASKET-250", "BASKET-1000", "OVERSEAS", "NEWCOMER-400");

    /** How much is wanted in which time; of {@code pieces}, what is beyond the target counts for the next award. */
    record OverTime(String target, Duration period, boolean pieces) {}

    /** Offers that count purchases over time. */
    static final Map<String, OverTime> OVER_TIME = new TreeMap<>(Map.of(
            "SPEND-500", new OverTime("500.00", Duration.ofDays(3), false),
            "GOODS-1000", new OverTime("1000.00", Duration.ofDays(7), false),
            "TWO-ORDERS", new OverTime("2", Duration.ofHours(48), false),
            "THREE-ORDERS", new OverTime("3", Duration.ofDays(7), false),
            "HUNDRED-PIECES", new OverTime("100", Duration.ofHours(24), true),
            "SIX-CAKESTANDS", new OverTime("6", Duration.ofDays(7), true),
            "BULK", new OverTime("1000", Duration.ofDays(3), true)));

    private static final Set<String> KEEP_THE_DEAL = Set.of(
            "EARLY-BIRD",
            "LUNCH-BREAK",
            "BASKET-250",
            "OVERSEAS",
            "ADVENT",
            "HEARTS",
            "HALF-POSTAGE",
            "SORRY-POINTS",
            "SPEND-500",
            "THREE-ORDERS",
            "HUNDRED-PIECES");
    private static final Set<String> IN_POINTS =
            Set.of("LATE-SHIFT", "FIRST-HUNDRED", "ADVENT", "SORRY-POINTS", "BULK");
    private static final Set<String> BASKETS = Set.of(
            "BASKET-100",
            "BASKET-250",
            "BASKET-1000",
            "OVERSEAS",
            "NEWCOMER-400",
            "WELCOME",
            "RETURNING-20",
            "WEEK-BUDGET",
            "FIRST-HUNDRED",
            "ADVENT");
    private static final Set<String> WARMERS = Set.of("22632", "22633", "22865", "22866", "22867");
    private static final Set<String> ABROAD = Set.of(
            "Australia",
            "Belgium",
            "EIRE",
            "France",
            "Germany",
            "Italy",
            "Japan",
            "Netherlands",
            "Norway",
            "Portugal",
            "Spain");
    private static final Set<String> POSTAGE = Set.of("POST", "DOT", "C2");
    private static final Set<String> FEES = Set.of("BANK CHARGES", "AMAZONFEE", "M", "D", "S", "B", "CRUK", "PADS");
    private static final String HEART = "85123A";
    private static final String CAKESTAND = "22423";

    /** A row of an invoice, or what has not come back of it. */
    record Row(String id, String code, long quantity, BigDecimal total) {

        boolean isPostage() {
            return POSTAGE.contains(code);
        }

        boolean isGoods() {
            return !isPostage() && !FEES.contains(code);
        }
    }

    private RetailOffers() {}

    static boolean keepsTheDeal(String offer) {
        return KEEP_THE_DEAL.contains(offer);
    }

    static boolean isInPoints(String offer) {
        return IN_POINTS.contains(offer);
    }

    /** True where a tenth of its awards comes on top for three orders. */
    static boolean isBasketInPounds(String offer) {
        return BASKETS.contains(offer) && !isInPoints(offer);
    }

    /** The smallest amount that the offer can award. */
    static BigDecimal unit(String offer) {
        return isInPoints(offer) ? BigDecimal.ONE : new BigDecimal("0.01");
    }

    /** What the offer gives for these rows, whatever was awarded before; 0 for nothing. */
    static BigDecimal wish(String offer, LocalDateTime on, String country, Collection<Row> rows) {
        BigDecimal total = sum(rows, row -> true);
        BigDecimal counted = sum(rows, counts(offer));
        boolean any = rows.stream().anyMatch(counts(offer));
        boolean sunday = on.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean weekend = sunday || on.getDayOfWeek() == DayOfWeek.SATURDAY;
        return switch (offer) {
            case "EARLY-BIRD" -> when(between(on, 7, 10), percent(total, "1"));
            case "LUNCH-BREAK" -> when(between(on, 12, 13) && !weekend, "1.50");
            case "SUNDAY-GIFTS" -> when(sunday, percent(counted, "2"));
            case "LATE-SHIFT" -> when(between(on, 17, 24), "50");
            case "BASKET-100" -> when(atLeast(total, "100.00") && !atLeast(total, "250.00"), "2.00");
            case "BASKET-250" -> when(atLeast(total, "250.00") && !atLeast(total, "1000.00"), percent(total, "1.5"));
            case "BASKET-1000" -> when(atLeast(total, "1000.00"), "20.00");
            case "OVERSEAS" -> when(atLeast(total, "50.00") && ABROAD.contains(country), percent(total, "2.5"));
            case "NEWCOMER-400" -> when(atLeast(total, "400.00"), "7.50");
            case "WELCOME" -> when(atLeast(total, "0.01"), "1.00");
            case "RETURNING-20" -> when(atLeast(total, "20"), "0.75");
            case "WEEK-BUDGET" -> when(atLeast(total, "300"), percent(total, "1"));
            case "FIRST-HUNDRED" -> when(atLeast(total, "20"), "100");
            case "ADVENT" -> when(atLeast(total, "10"), "10");
            case "HEARTS" -> new BigDecimal("0.05").multiply(pieces(rows, counts(offer)));
            case "CAKESTAND" -> when(any, "2.00");
            case "HALF-POSTAGE" -> percent(counted, "50");
            case "WARM-HANDS" -> percent(counted, "5");
            case "SORRY-POINTS" -> when(any, "25");
            default -> throw new AssertionError("Unknown offer: " + offer);
        };
    }

    /** What a purchase of these rows counts for an offer over time; empty where it does not count. */
    static Optional<BigDecimal> units(String offer, Collection<Row> rows) {
        if (rows.stream().noneMatch(counts(offer))) {
            return Optional.empty();
        }
        return Optional.of(
                switch (offer) {
                    case "SPEND-500", "GOODS-1000" -> sum(rows, counts(offer));
                    case "TWO-ORDERS", "THREE-ORDERS" -> BigDecimal.ONE;
                    default -> pieces(rows, counts(offer));
                });
    }

    /** What an offer over time gives for so many units, which contain its target so many times. */
    static BigDecimal award(String offer, BigDecimal units, long times, BigDecimal baskets) {
        BigDecimal each = switch (offer) {
            case "SPEND-500" -> percent(units, "1");
            case "GOODS-1000" -> new BigDecimal("10.00");
            case "TWO-ORDERS" -> new BigDecimal("1.00");
            case "THREE-ORDERS" -> percent(baskets, "10");
            case "HUNDRED-PIECES" -> new BigDecimal("0.40");
            case "SIX-CAKESTANDS" -> new BigDecimal("3.00");
            case "BULK" -> new BigDecimal("200");
            default -> throw new AssertionError("Unknown offer: " + offer);
        };
        return each.multiply(BigDecimal.valueOf(times));
    }

    /** How many times the target of the offer fits into so many units; more than once only where it counts pieces. */
    static long times(String offer, BigDecimal units) {
        OverTime terms = OVER_TIME.get(offer);
        BigDecimal target = new BigDecimal(terms.target());
        return terms.pieces()
                ? units.divideToIntegralValue(target).longValueExact()
                : units.compareTo(target) >= 0 ? 1 : 0;
    }

    /** Which rows the offer looks at, and its discount comes off. */
    static Predicate<Row> counts(String offer) {
        return switch (offer) {
            case "SUNDAY-GIFTS", "GOODS-1000", "HUNDRED-PIECES", "BULK" -> Row::isGoods;
            case "HEARTS" -> row -> row.code().equals(HEART);
            case "CAKESTAND", "SIX-CAKESTANDS" -> row -> row.code().equals(CAKESTAND);
            case "HALF-POSTAGE" -> Row::isPostage;
            case "WARM-HANDS" -> row -> WARMERS.contains(row.code());
            case "SORRY-POINTS" -> row -> !row.isGoods();
            default -> row -> true;
        };
    }

    /** Divides by the largest remainder. */
    static List<BigDecimal> split(BigDecimal whole, List<BigDecimal> weights, BigDecimal unit) {
        BigDecimal all = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> parts = new ArrayList<>();
        List<BigDecimal> remainders = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        BigDecimal rest = whole;
        for (BigDecimal weight : weights) {
            BigDecimal product = whole.multiply(weight);
            BigDecimal part = product.divide(all, unit.scale(), RoundingMode.DOWN);
            places.add(parts.size());
            parts.add(part);
            remainders.add(product.subtract(part.multiply(all)));
            rest = rest.subtract(part);
        }
        places.sort(
                Comparator.comparing((Integer place) -> remainders.get(place)).reversed());
        for (int i = 0; rest.signum() > 0; i++) {
            parts.set(places.get(i), parts.get(places.get(i)).add(unit));
            rest = rest.subtract(unit);
        }
        return parts;
    }

    /** What of an amount goes with {@code pieces} of {@code all}: rounded half up. */
    static BigDecimal part(BigDecimal whole, BigDecimal pieces, BigDecimal all, BigDecimal unit) {
        return pieces.signum() == 0
                ? BigDecimal.ZERO
                : whole.multiply(pieces).divide(all, unit.scale(), RoundingMode.HALF_UP);
    }

    static BigDecimal sum(Collection<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).map(Row::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal pieces(Collection<Row> rows, Predicate<Row> which) {
        return BigDecimal.valueOf(
                rows.stream().filter(which).mapToLong(Row::quantity).sum());
    }

    private static BigDecimal percent(BigDecimal base, String percentage) {
        return base.multiply(new BigDecimal(percentage)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }

    private static boolean atLeast(BigDecimal value, String least) {
        return value.compareTo(new BigDecimal(least)) >= 0;
    }

    private static boolean between(LocalDateTime on, int from, int toExclusive) {
        return on.getHour() >= from && on.getHour() < toExclusive;
    }

    private static BigDecimal when(boolean condition, String amount) {
        return when(condition, new BigDecimal(amount));
    }

    private static BigDecimal when(boolean condition, BigDecimal amount) {
        return condition ? amount : BigDecimal.ZERO;
    }
}
