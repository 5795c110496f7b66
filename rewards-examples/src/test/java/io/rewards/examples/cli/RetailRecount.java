package io.rewards.examples.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Works out the awards of the Online Retail programme for a CSV file again, straight from the rows, with nothing of
 * the library: the numbers of the offers are written down here a second time. In December London has no change of the
 * clock, so local times will do; and the rows must be in order of time.
 */
final class RetailRecount {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yy H:mm", Locale.ROOT);
    private static final Set<String> POSTAGE = Set.of("POST", "DOT", "C2");
    private static final Set<String> FEES = Set.of("BANK CHARGES", "AMAZONFEE", "M", "D", "S", "B", "CRUK", "PADS");
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
    private static final Set<String> IN_POINTS =
            Set.of("LATE-SHIFT", "FIRST-HUNDRED", "ADVENT", "SORRY-POINTS", "BULK");

    private record Row(String invoice, String code, long quantity, LocalDateTime on, BigDecimal price, String country) {
        BigDecimal total() {
            return price.multiply(BigDecimal.valueOf(quantity));
        }

        boolean isPostage() {
            return POSTAGE.contains(code);
        }

        boolean isGoods() {
            return !isPostage() && !FEES.contains(code);
        }
    }

    private record Award(String offer, BigDecimal amount, LocalDateTime on) {}

    private record Counted(LocalDateTime on, BigDecimal units) {}

    private static final class Customer {
        private final List<Award> awards = new ArrayList<>();
        private final Map<String, List<Counted>> open = new HashMap<>();
        private String country = "";

        BigDecimal got(String offer) {
            return awards.stream()
                    .filter(award -> award.offer().equals(offer))
                    .map(Award::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        boolean has(String offer) {
            return awards.stream().anyMatch(award -> award.offer().equals(offer));
        }
    }

    private final Map<String, Customer> customers = new HashMap<>();
    private final Map<String, BigDecimal> awarded = new TreeMap<>();
    private final Map<String, Integer> times = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> byInvoice = new LinkedHashMap<>();
    private int lines;
    private int linesProcessed;
    private int linesRefused;
    private int linesReturned;
    private int purchases;
    private int refused;
    private int returns;
    private int discounts;
    private BigDecimal bought = BigDecimal.ZERO;
    private BigDecimal discounted = BigDecimal.ZERO;

    static RetailRecount of(Path csv) throws IOException {
        RetailRecount recount = new RetailRecount();
        Map<String, List<Row>> invoices = new LinkedHashMap<>();
        Map<String, String> customerOf = new HashMap<>();
        List<String> text = Files.readAllLines(csv, StandardCharsets.UTF_8);
        for (String line : text.subList(1, text.size())) {
            List<String> cells = cells(line);
            recount.lines++;
            invoices.computeIfAbsent(cells.get(0), unused -> new ArrayList<>())
                    .add(new Row(
                            cells.get(0),
                            cells.get(1),
                            Long.parseLong(cells.get(3)),
                            LocalDateTime.parse(cells.get(4), TIME),
                            new BigDecimal(cells.get(5)),
                            cells.get(7)));
            customerOf.put(cells.get(0), cells.get(6));
        }
        invoices.forEach((invoice, rows) -> recount.invoice(invoice, customerOf.get(invoice), rows));
        return recount;
    }

    int lines() {
        return lines;
    }

    int linesProcessed() {
        return linesProcessed;
    }

    int linesRefused() {
        return linesRefused;
    }

    int linesReturned() {
        return linesReturned;
    }

    int purchases() {
        return purchases;
    }

    int refused() {
        return refused;
    }

    int returns() {
        return returns;
    }

    int customers() {
        return customers.size();
    }

    int discounts() {
        return discounts;
    }

    BigDecimal bought() {
        return bought;
    }

    BigDecimal discounted() {
        return discounted;
    }

    Map<String, BigDecimal> awarded() {
        return awarded;
    }

    Map<String, Integer> times() {
        return times;
    }

    /** What each offer awarded for each processed invoice. */
    Map<String, Map<String, BigDecimal>> byInvoice() {
        return byInvoice;
    }

    private void invoice(String invoice, String id, List<Row> rows) {
        if (!id.isEmpty()) {
            customers.computeIfAbsent(id, unused -> {
                Customer customer = new Customer();
                customer.country = rows.get(0).country();
                return customer;
            });
        }
        if (invoice.startsWith("C")) {
            returns++;
            linesReturned += rows.size();
        } else if (id.isEmpty()) {
            refused++;
            linesRefused += rows.size();
        } else {
            purchases++;
            linesProcessed += rows.size();
            purchase(invoice, customers.get(id), rows);
        }
    }

    private void purchase(String invoice, Customer customer, List<Row> rows) {
        LocalDateTime on =
                rows.stream().map(Row::on).min(Comparator.naturalOrder()).orElseThrow();
        BigDecimal total = sum(rows, row -> true);
        BigDecimal goods = sum(rows, Row::isGoods);
        BigDecimal pieces = BigDecimal.valueOf(pieces(rows, Row::isGoods));
        boolean anyGoods = rows.stream().anyMatch(Row::isGoods);
        boolean weekend = on.getDayOfWeek() == DayOfWeek.SATURDAY || on.getDayOfWeek() == DayOfWeek.SUNDAY;
        bought = bought.add(total);

        Map<String, BigDecimal> won = new LinkedHashMap<>();
        if (between(on, 7, 10)) {
            win(won, "EARLY-BIRD", percent(total, "1"));
        }
        if (between(on, 12, 13) && !weekend) {
            win(won, "LUNCH-BREAK", new BigDecimal("1.50"));
        }
        if (on.getDayOfWeek() == DayOfWeek.SUNDAY && anyGoods) {
            win(won, "SUNDAY-GIFTS", upTo(percent(goods, "2"), "15.00", customer.got("SUNDAY-GIFTS")));
        }
        if (between(on, 17, 24)) {
            win(won, "LATE-SHIFT", new BigDecimal("50"));
        }
        onlyTheBest(customer, total, won);
        if (atLeast(total, "0.01") && !customer.has("WELCOME")) {
            win(won, "WELCOME", new BigDecimal("1.00"));
        }
        if (atLeast(total, "20") && customer.has("TWO-ORDERS")) {
            win(won, "RETURNING-20", new BigDecimal("0.75"));
        }
        if (atLeast(total, "300")) {
            BigDecimal used = awarded.getOrDefault("WEEK-BUDGET", BigDecimal.ZERO);
            win(won, "WEEK-BUDGET", upTo(percent(total, "1"), "300.00", used));
        }
        if (atLeast(total, "20") && times.getOrDefault("FIRST-HUNDRED", 0) < 100) {
            win(won, "FIRST-HUNDRED", new BigDecimal("100"));
        }
        if (atLeast(total, "10")) {
            win(won, "ADVENT", BigDecimal.TEN);
        }
        products(rows, won);
        overTime(customer, on, total, goods, pieces, rows, won);

        discount(rows, won);
        won.forEach((offer, amount) -> {
            awarded.merge(offer, amount, BigDecimal::add);
            times.merge(offer, 1, Integer::sum);
            customer.awards.add(new Award(offer, amount, on));
        });
        byInvoice.put(invoice, won);
    }

    private static void onlyTheBest(Customer customer, BigDecimal total, Map<String, BigDecimal> won) {
        Map<String, BigDecimal> rivals = new LinkedHashMap<>();
        if (atLeast(total, "100.00") && !atLeast(total, "250.00")) {
            win(rivals, "BASKET-100", new BigDecimal("2.00"));
        }
        if (atLeast(total, "250.00") && !atLeast(total, "1000.00")) {
            win(rivals, "BASKET-250", percent(total, "1.5"));
        }
        if (atLeast(total, "1000.00")) {
            win(rivals, "BASKET-1000", new BigDecimal("20.00"));
        }
        if (atLeast(total, "50.00") && ABROAD.contains(customer.country)) {
            win(rivals, "OVERSEAS", upTo(percent(total, "2.5"), "50.00", customer.got("OVERSEAS")));
        }
        if (atLeast(total, "400.00") && !customer.has("TWO-ORDERS")) {
            win(rivals, "NEWCOMER-400", new BigDecimal("7.50"));
        }
        String best = "";
        for (Map.Entry<String, BigDecimal> rival : rivals.entrySet()) {
            if (best.isEmpty() || rival.getValue().compareTo(rivals.get(best)) > 0) {
                best = rival.getKey();
            }
        }
        if (!best.isEmpty()) {
            win(won, best, rivals.get(best));
        }
    }

    private static void products(List<Row> rows, Map<String, BigDecimal> won) {
        long hearts = pieces(rows, row -> row.code().equals("85123A"));
        win(won, "HEARTS", new BigDecimal("0.05").multiply(BigDecimal.valueOf(hearts)));
        if (rows.stream().anyMatch(row -> row.code().equals("22423"))) {
            win(won, "CAKESTAND", new BigDecimal("2.00"));
        }
        win(won, "HALF-POSTAGE", percent(sum(rows, Row::isPostage), "50"));
        win(won, "WARM-HANDS", percent(sum(rows, row -> WARMERS.contains(row.code())), "5"));
        if (!rows.stream().allMatch(Row::isGoods)) {
            win(won, "SORRY-POINTS", new BigDecimal("25"));
        }
    }

    private static void overTime(
            Customer customer,
            LocalDateTime on,
            BigDecimal total,
            BigDecimal goods,
            BigDecimal pieces,
            List<Row> rows,
            Map<String, BigDecimal> won) {
        boolean anyGoods = rows.stream().anyMatch(Row::isGoods);
        Optional<BigDecimal> spent = count(customer, "SPEND-500", on, total, Duration.ofDays(3));
        if (spent.filter(sum -> atLeast(sum, "500")).isPresent()) {
            win(won, "SPEND-500", percent(spent.get(), "1"));
            customer.open.get("SPEND-500").clear();
        }
        if (anyGoods) {
            Optional<BigDecimal> spentOnGoods = count(customer, "GOODS-1000", on, goods, Duration.ofDays(7));
            if (spentOnGoods.filter(sum -> atLeast(sum, "1000")).isPresent()) {
                win(won, "GOODS-1000", new BigDecimal("10.00"));
                customer.open.get("GOODS-1000").clear();
            }
        }
        Optional<BigDecimal> two = count(customer, "TWO-ORDERS", on, BigDecimal.ONE, Duration.ofDays(2));
        if (two.filter(sum -> atLeast(sum, "2")).isPresent()) {
            win(won, "TWO-ORDERS", new BigDecimal("1.00"));
            customer.open.get("TWO-ORDERS").clear();
        }
        Optional<BigDecimal> three = count(customer, "THREE-ORDERS", on, BigDecimal.ONE, Duration.ofDays(7));
        if (three.filter(sum -> atLeast(sum, "3")).isPresent()) {
            BigDecimal baskets = customer.awards.stream()
                    .filter(award -> BASKETS.contains(award.offer()) && !IN_POINTS.contains(award.offer()))
                    .filter(award -> !award.on().isBefore(on.minusDays(7)))
                    .map(Award::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            if (win(won, "THREE-ORDERS", percent(baskets, "10"))) {
                customer.open.get("THREE-ORDERS").clear();
            }
        }
        if (anyGoods) {
            pieces(customer, "HUNDRED-PIECES", on, pieces, Duration.ofDays(1), "100", "0.40", won);
            pieces(customer, "BULK", on, pieces, Duration.ofDays(3), "1000", "200", won);
        }
        if (rows.stream().anyMatch(row -> row.code().equals("22423"))) {
            BigDecimal stands =
                    BigDecimal.valueOf(pieces(rows, row -> row.code().equals("22423")));
            pieces(customer, "SIX-CAKESTANDS", on, stands, Duration.ofDays(7), "6", "3.00", won);
        }
    }

    private static void pieces(
            Customer customer,
            String offer,
            LocalDateTime on,
            BigDecimal pieces,
            Duration period,
            String target,
            String each,
            Map<String, BigDecimal> won) {
        BigDecimal sum = count(customer, offer, on, pieces, period).orElseThrow();
        BigDecimal[] parts = sum.divideAndRemainder(new BigDecimal(target));
        if (parts[0].signum() > 0) {
            win(won, offer, parts[0].multiply(new BigDecimal(each)));
            customer.open.get(offer).clear();
            if (parts[1].signum() > 0) {
                customer.open.get(offer).add(new Counted(on, parts[1]));
            }
        }
    }

    /** Adds to what counts, forgets what lies a whole period back, and tells the sum. */
    private static Optional<BigDecimal> count(
            Customer customer, String offer, LocalDateTime on, BigDecimal units, Duration period) {
        List<Counted> open = customer.open.computeIfAbsent(offer, unused -> new ArrayList<>());
        open.removeIf(counted -> !counted.on().plus(period).isAfter(on));
        open.add(new Counted(on, units));
        return open.stream().map(Counted::units).reduce(BigDecimal::add);
    }

    /** Takes the awards that are spent at once off the lines they may be spent on, the largest first. */
    private void discount(List<Row> rows, Map<String, BigDecimal> won) {
        Map<String, BigDecimal> left = new TreeMap<>();
        Map<String, Row> byId = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            left.put(Integer.toString(i + 1), rows.get(i).total());
            byId.put(Integer.toString(i + 1), rows.get(i));
        }
        List<String> instant = List.of("LUNCH-BREAK", "CAKESTAND", "HALF-POSTAGE", "WARM-HANDS");
        instant.stream()
                .filter(won::containsKey)
                .sorted(Comparator.comparing((String offer) -> won.get(offer)).reversed())
                .forEach(offer -> {
                    Predicate<Row> payable = switch (offer) {
                        case "CAKESTAND" -> row -> row.code().equals("22423");
                        case "HALF-POSTAGE" -> Row::isPostage;
                        default -> row -> true;
                    };
                    BigDecimal off = take(left, byId, payable, won.get(offer));
                    if (off.signum() > 0) {
                        discounts++;
                        discounted = discounted.add(off);
                    }
                });
    }

    private static BigDecimal take(
            Map<String, BigDecimal> left, Map<String, Row> rows, Predicate<Row> payable, BigDecimal award) {
        List<String> ids =
                left.keySet().stream().filter(id -> payable.test(rows.get(id))).toList();
        BigDecimal room = ids.stream().map(left::get).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal off = award.min(room);
        if (off.signum() == 0) {
            return off;
        }
        Map<String, BigDecimal> remainders = new LinkedHashMap<>();
        BigDecimal rest = off;
        BigDecimal cent = new BigDecimal("0.01");
        for (String id : ids) {
            BigDecimal product = off.multiply(left.get(id));
            BigDecimal share = product.divide(room, 2, RoundingMode.DOWN);
            remainders.put(id, product.subtract(share.multiply(room)));
            left.put(id, left.get(id).subtract(share));
            rest = rest.subtract(share);
        }
        List<String> next = new ArrayList<>(ids);
        next.sort(Comparator.comparing((String id) -> remainders.get(id)).reversed());
        for (int i = 0; rest.signum() > 0; i++) {
            left.merge(next.get(i), cent, BigDecimal::subtract);
            rest = rest.subtract(cent);
        }
        return off;
    }

    private static boolean win(Map<String, BigDecimal> won, String offer, BigDecimal amount) {
        if (amount.signum() <= 0) {
            return false;
        }
        won.put(offer, amount.setScale(IN_POINTS.contains(offer) ? 0 : 2, RoundingMode.UNNECESSARY));
        return true;
    }

    private static BigDecimal upTo(BigDecimal wished, String cap, BigDecimal used) {
        return wished.min(new BigDecimal(cap).subtract(used)).max(BigDecimal.ZERO);
    }

    private static BigDecimal percent(BigDecimal base, String percentage) {
        return base.multiply(new BigDecimal(percentage)).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }

    private static boolean atLeast(BigDecimal value, String least) {
        return value.compareTo(new BigDecimal(least)) >= 0;
    }

    private static boolean between(LocalDateTime on, int from, int toExclusive) {
        LocalTime time = on.toLocalTime();
        return time.getHour() >= from && time.getHour() < toExclusive;
    }

    private static BigDecimal sum(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).map(Row::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static long pieces(List<Row> rows, Predicate<Row> which) {
        return rows.stream().filter(which).mapToLong(Row::quantity).sum();
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char each = line.charAt(i);
            if (each == '"') {
                quoted = !quoted;
            } else if (each == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(each);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
