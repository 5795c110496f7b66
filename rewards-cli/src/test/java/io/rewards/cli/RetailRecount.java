package io.rewards.cli;

import io.rewards.cli.RetailAccount.Bought;
import io.rewards.cli.RetailAccount.Counted;
import io.rewards.cli.RetailAccount.Returned;
import io.rewards.cli.RetailOffers.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works out what comes of a CSV file by the Online Retail programme again, straight from the rows, with nothing of the
 * library. In December London has no change of the clock, so local times will do; and the rows must be in order of time.
 */
final class RetailRecount {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M/d/yy H:mm", Locale.ROOT);
    private static final int FIRST_ORDERS = 100;

    /** A row as it is in the file. */
    private record Written(
            String invoice,
            String code,
            long quantity,
            LocalDateTime on,
            BigDecimal price,
            String customer,
            String country) {}

    /** A row of a purchase that a return may be about. */
    private record Sold(String invoice, LocalDateTime on, String row, String code, BigDecimal price) {}

    private final Map<String, RetailAccount> customers = new TreeMap<>();
    private final Map<String, List<Sold>> sold = new HashMap<>();
    private final Map<String, Integer> times = new TreeMap<>();
    private final Map<String, BigDecimal> awarded = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> byInvoice = new LinkedHashMap<>();
    private final Map<String, Returned> returns = new LinkedHashMap<>();
    private final List<String> allBack = new ArrayList<>();
    private int lines;
    private int linesProcessed;
    private int linesRefused;
    private int linesReturned;
    private int linesStray;
    private long piecesStray;
    private int purchases;
    private int refused;
    private int discounts;
    private BigDecimal bought = BigDecimal.ZERO;
    private BigDecimal discounted = BigDecimal.ZERO;

    static RetailRecount of(Path csv) throws IOException {
        RetailRecount recount = new RetailRecount();
        Map<String, List<Written>> invoices = new LinkedHashMap<>();
        List<String> text = Files.readAllLines(csv, StandardCharsets.UTF_8);
        for (String line : text.subList(1, text.size())) {
            List<String> cells = cells(line);
            recount.lines++;
            invoices.computeIfAbsent(cells.get(0), unused -> new ArrayList<>())
                    .add(new Written(
                            cells.get(0),
                            cells.get(1),
                            Long.parseLong(cells.get(3)),
                            LocalDateTime.parse(cells.get(4), TIME),
                            new BigDecimal(cells.get(5)),
                            cells.get(6),
                            cells.get(7)));
        }
        invoices.values().forEach(recount::invoice);
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

    /** Rows of cancellations of which pieces were bought in the file before. */
    int linesReturned() {
        return linesReturned;
    }

    /** The other rows of cancellations. */
    int linesStray() {
        return linesStray;
    }

    /** Pieces on cancellations that nobody is known to have bought. */
    long piecesStray() {
        return piecesStray;
    }

    int purchases() {
        return purchases;
    }

    int refused() {
        return refused;
    }

    /** The customers who bought something. */
    Map<String, RetailAccount> customers() {
        return customers;
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

    /** What each offer awarded, whatever came back later. */
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

    /** What came of each cancellation of something that was bought in the file before. */
    Map<String, Returned> returns() {
        return returns;
    }

    /** What was taken back of the awards of each offer. */
    Map<String, BigDecimal> takenBack() {
        Map<String, BigDecimal> all = new TreeMap<>();
        returns.values()
                .forEach(each -> each.takenBack.forEach((offer, amount) -> all.merge(offer, amount, BigDecimal::add)));
        return all;
    }

    /** The invoices of which every piece has come back. */
    List<String> allBack() {
        return allBack;
    }

    private void invoice(List<Written> rows) {
        Written first = rows.get(0);
        LocalDateTime on =
                rows.stream().map(Written::on).min(Comparator.naturalOrder()).orElseThrow();
        if (first.invoice().startsWith("C")) {
            cancellation(first, on, rows);
        } else if (first.customer().isEmpty()) {
            refused++;
            linesRefused += rows.size();
        } else {
            purchases++;
            linesProcessed += rows.size();
            List<Row> all = new ArrayList<>();
            List<Sold> sales = sold.computeIfAbsent(first.customer(), unused -> new ArrayList<>());
            for (Written each : rows) {
                String id = Integer.toString(all.size() + 1);
                all.add(new Row(
                        id,
                        each.code(),
                        each.quantity(),
                        each.price()
                                .multiply(BigDecimal.valueOf(each.quantity()))
                                .setScale(2)));
                sales.add(new Sold(each.invoice(), on, id, each.code(), each.price()));
            }
            RetailAccount customer =
                    customers.computeIfAbsent(first.customer(), unused -> new RetailAccount(first.country()));
            purchase(customer, new Counted(on, first.invoice()), all);
        }
    }

    /** Looks every piece up in what the customer has bought, from the end of the file backwards. */
    private void cancellation(Written first, LocalDateTime on, List<Written> rows) {
        RetailAccount customer = customers.get(first.customer());
        Map<String, Map<String, Long>> found = new TreeMap<>();
        for (Written row : rows) {
            List<Sold> sales = new ArrayList<>(sold.getOrDefault(row.customer(), List.of()));
            sales.removeIf(sale -> !sale.code().equals(row.code())
                    || sale.price().compareTo(row.price()) != 0
                    || sale.on().isAfter(on));
            long missing = -row.quantity();
            for (int i = sales.size() - 1; i >= 0; i--) {
                Sold sale = sales.get(i);
                Map<String, Long> pieces = found.computeIfAbsent(sale.invoice(), unused -> new TreeMap<>());
                Row left = customer.bought.get(sale.invoice()).rows.get(sale.row());
                long there = left == null ? 0 : left.quantity() - pieces.getOrDefault(sale.row(), 0L);
                long taken = Math.min(missing, there);
                if (taken > 0) {
                    pieces.merge(sale.row(), taken, Long::sum);
                }
                missing -= taken;
            }
            piecesStray += missing;
            if (missing == -row.quantity()) {
                linesStray++;
            } else {
                linesReturned++;
            }
        }
        found.values().removeIf(Map::isEmpty);
        if (!found.isEmpty()) {
            Returned returned = returns.computeIfAbsent(first.invoice(), unused -> new Returned());
            found.forEach((invoice, pieces) -> {
                Bought sale = customer.bought.get(invoice);
                customer.takeBack(sale, pieces, returned);
                if (sale.isAllBack()) {
                    allBack.add(invoice);
                }
            });
        }
    }

    private void purchase(RetailAccount customer, Counted by, List<Row> rows) {
        Map<String, BigDecimal> wishes = new LinkedHashMap<>();
        for (String offer : RetailOffers.OF_ONE_PURCHASE) {
            wishes.put(offer, RetailOffers.wish(offer, by.on(), customer.country, rows));
        }
        String best = "";
        for (String offer : RetailOffers.RIVALS) {
            BigDecimal wish = RetailOffers.wish(offer, by.on(), customer.country, rows);
            wishes.put(offer, wish);
            if (best.isEmpty()
                    || limited(customer, offer, wish).compareTo(limited(customer, best, wishes.get(best))) > 0) {
                best = offer;
            }
        }
        String winner = best;
        wishes.keySet().removeIf(offer -> RetailOffers.RIVALS.contains(offer) && !offer.equals(winner));

        Map<String, BigDecimal> won = new TreeMap<>();
        wishes.forEach((offer, wish) -> win(won, offer, limited(customer, offer, wish)));
        List<String> atOnce = won.keySet().stream()
                .filter(RetailOffers.SPENT_AT_ONCE::contains)
                .toList();
        if (customer.pounds().signum() < 0 && !atOnce.isEmpty()) {
            throw new IllegalStateException("The debt of the customer of (" + by.invoice() + ") takes the discount.");
        }
        for (String offer : RetailOffers.OVER_TIME.keySet()) {
            RetailOffers.units(offer, rows).ifPresent(units -> win(won, offer, customer.count(offer, by, units)));
        }
        won.forEach((offer, amount) -> {
            if (!RetailOffers.OVER_TIME.containsKey(offer)) {
                customer.award(offer, by, wishes.get(offer), amount, rows);
            }
            awarded.merge(offer, amount, BigDecimal::add);
            times.merge(offer, 1, Integer::sum);
        });
        byInvoice.put(by.invoice(), won);
        bought = bought.add(RetailOffers.sum(rows, row -> true));
        discount(customer, by, rows, won, atOnce);
    }

    /** What of a wish is left by earlier awards, as far as they stand. */
    private BigDecimal limited(RetailAccount customer, String offer, BigDecimal wish) {
        return switch (offer) {
            case "SUNDAY-GIFTS" -> upTo(wish, "15.00", customer.got(offer));
            case "OVERSEAS" -> upTo(wish, "50.00", customer.got(offer));
            case "WEEK-BUDGET" ->
                upTo(
                        wish,
                        "300.00",
                        customers.values().stream()
                                .map(each -> each.got(offer))
                                .reduce(BigDecimal.ZERO, BigDecimal::add));
            case "FIRST-HUNDRED" -> onlyIf(standing(offer) < FIRST_ORDERS, wish);
            case "WELCOME" -> onlyIf(!customer.has(offer), wish);
            case "NEWCOMER-400" -> onlyIf(!customer.has("TWO-ORDERS"), wish);
            case "RETURNING-20" -> onlyIf(customer.has("TWO-ORDERS"), wish);
            default -> wish;
        };
    }

    private long standing(String offer) {
        return customers.values().stream()
                .flatMap(customer -> customer.awards.stream())
                .filter(award -> award.offer.equals(offer) && award.stands())
                .count();
    }

    /** Takes the awards that are spent at once off the rows they are for, the largest first. */
    private void discount(
            RetailAccount customer, Counted by, List<Row> rows, Map<String, BigDecimal> won, List<String> atOnce) {
        Bought sale = new Bought(by, rows);
        customer.bought.put(by.invoice(), sale);
        RetailOffers.SPENT_AT_ONCE.stream()
                .filter(atOnce::contains)
                .sorted(Comparator.comparing((String offer) -> won.get(offer)).reversed())
                .forEach(offer -> {
                    List<Row> payable = sale.rows.values().stream()
                            .filter(RetailOffers.counts(offer))
                            .toList();
                    BigDecimal room = payable.stream()
                            .map(row -> sale.toPay.get(row.id()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    BigDecimal off = won.get(offer).min(room);
                    if (off.signum() > 0) {
                        customer.discount(sale, payable, off);
                        discounts++;
                        discounted = discounted.add(off);
                    }
                });
    }

    private static void win(Map<String, BigDecimal> won, String offer, BigDecimal amount) {
        if (amount.signum() > 0) {
            won.put(offer, amount.setScale(RetailOffers.unit(offer).scale(), RoundingMode.UNNECESSARY));
        }
    }

    private static BigDecimal upTo(BigDecimal wished, String cap, BigDecimal used) {
        return wished.min(new BigDecimal(cap).subtract(used)).max(BigDecimal.ZERO);
    }

    private static BigDecimal onlyIf(boolean condition, BigDecimal wish) {
        return condition ? wish : BigDecimal.ZERO;
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
