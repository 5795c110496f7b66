package io.rewards.purse;

import io.rewards.catalogue.AwardBase;
import io.rewards.catalogue.ProductList;
import io.rewards.catalogue.Programme;
import io.rewards.event.EventKey;
import io.rewards.event.LineKind;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.TillDiscount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A purchase as it stands. Not thread-safe. */
final class NaiveSale {

    /** A line as it stands. */
    static final class Line {

        final String id;
        final String type;
        final boolean fee;
        boolean adult;
        long kept;
        long value;
        long vat;
        long payable;
        boolean neverPaid;

        Line(String id, String type, boolean fee, long kept, long value, long vat) {
            this.id = id;
            this.type = type;
            this.fee = fee;
            this.kept = kept;
            this.value = value;
            this.vat = vat;
            this.payable = value;
        }

        Line copy() {
            Line copy = new Line(id, type, fee, kept, value, vat);
            copy.neverPaid = neverPaid;
            copy.adult = adult;
            return copy;
        }

        /** What of it counts. */
        long counts(AwardBase base) {
            return base == AwardBase.NET ? value - vat : value;
        }
    }

    /** Money of a lot that paid, or that was only freed. */
    record Payment(EventKey event, NaiveLot lot, boolean spent, List<NaiveShare> shares) {}

    final Purchase purchase;
    final List<Line> lines;
    final List<Payment> payments = new ArrayList<>();
    long refunded;
    long toWallet;

    NaiveSale(Purchase purchase) {
        this.purchase = purchase;
        lines = charged(purchase);
    }

    /** The lines at what they cost after the discounts of the till. */
    static List<Line> charged(Purchase purchase) {
        List<Line> lines = lines(purchase.lines());
        for (TillDiscount discount : purchase.discounts()) {
            long[] parts = NaiveSpending.divide(
                    discount.amount().units(),
                    lines.stream()
                            .mapToLong(line -> discount.lines().isEmpty()
                                            || discount.lines().contains(line.id)
                                    ? line.value
                                    : 0)
                            .toArray());
            for (int i = 0; i < parts.length; i++) {
                Line line = lines.get(i);
                line.vat = NaiveShare.part(line.vat, line.value - parts[i], line.value);
                line.value -= parts[i];
                line.payable -= parts[i];
            }
        }
        return lines;
    }

    static List<Line> lines(List<PurchaseLine> sold) {
        List<Line> lines = new ArrayList<>();
        for (PurchaseLine line : sold) {
            Line known = new Line(
                    line.id(),
                    Market.typeOf(line.product()),
                    line.kind() == LineKind.FEE,
                    line.quantity(),
                    line.total().units(),
                    line.vat().units());
            known.adult = line.attributes().values().containsKey(Market.AGE_LIMIT)
                    && line.attributes().values().get(Market.AGE_LIMIT).text().equals("18");
            lines.add(known);
        }
        lines.sort(Comparator.comparing(line -> line.id));
        return lines;
    }

    /** Marks the lines that no money pays for. */
    static List<Line> marked(List<Line> lines, Programme programme) {
        ProductList never = programme.settings().neverPaid();
        lines.forEach(line -> line.neverPaid = never.types().contains(line.type)
                || (line.adult && never.attributes().containsKey(Market.AGE_LIMIT)));
        return lines;
    }

    Optional<Line> line(String id) {
        return lines.stream().filter(line -> line.id.equals(id)).findFirst();
    }

    long payable() {
        return lines.stream().mapToLong(line -> line.payable).sum();
    }

    long price() {
        return charged(purchase).stream().mapToLong(line -> line.value).sum();
    }

    boolean isAllBack() {
        return lines.stream().allMatch(line -> line.kept == 0);
    }

    /** What is left to pay of a line less what this purchase has freed for it already. */
    long redeemable(Line line) {
        long freed = payments.stream()
                .filter(payment -> !payment.spent())
                .flatMap(payment -> payment.shares().stream())
                .filter(share -> share.line.equals(line.id))
                .mapToLong(share -> share.amount)
                .sum();
        return Math.max(0, line.payable - freed);
    }

    /** The lines of which something is kept, as they are now. */
    List<Line> rest() {
        return lines.stream().filter(line -> line.kept > 0).map(Line::copy).toList();
    }
}
