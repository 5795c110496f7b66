package io.rewards.wallet;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Catalogue;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A purchase as it stands: what of it has come back, and what wallets have paid. A wallet keeps it from the first time
 * that money is spent on it or goods come back. Immutable. Source: domain 5.3, 12.1 Q4.
 *
 * @param purchase that it is about
 * @param performedOn when it happened
 * @param lines as they stand, in order of their ids
 * @param payments from the wallet
 */
public record Sale(EventKey purchase, Instant performedOn, List<SaleLine> lines, List<Payment> payments) {

    /** Copies the lists. */
    public Sale {
        lines = List.copyOf(lines);
        payments = List.copyOf(payments);
    }

    /** A purchase that nobody has paid for from a wallet, and of which nothing came back. */
    public static Sale of(Purchase purchase, Catalogue catalogue) {
        return new Sale(
                purchase.key(), purchase.performedOn(), lines(purchase.charged().lines(), catalogue), List.of());
    }

    /** Lines of which nothing came back and nothing is paid, in order of their ids. */
    public static List<SaleLine> lines(List<PurchaseLine> sold, Catalogue catalogue) {
        List<SaleLine> lines = new ArrayList<>(sold.size());
        for (PurchaseLine line : sold) {
            lines.add(new SaleLine(
                    line.id(),
                    line.product(),
                    catalogue.productTypeOf(line),
                    catalogue.productFamilyOf(line),
                    line.quantity(),
                    line.total(),
                    line.vat(),
                    line.total(),
                    line.attributes()));
        }
        lines.sort(Comparator.comparing(SaleLine::line));
        return lines;
    }

    /** The line of this id, if the purchase has it. */
    public Optional<SaleLine> line(String id) {
        return lines.stream().filter(line -> line.line().equals(id)).findFirst();
    }

    /** What is left to pay. */
    public Amount payable() {
        Amount sum = lines.get(0).payable();
        for (SaleLine line : lines.subList(1, lines.size())) {
            sum = sum.plus(line.payable());
        }
        return sum;
    }

    /** What the award of this lot, which the purchase itself earned, still takes off it. */
    public Amount takenOff(String lot, Amount nothing) {
        return payments.stream()
                .filter(payment ->
                        payment.event().equals(purchase) && payment.lot().equals(lot))
                .map(payment -> LineShare.sum(payment.lines(), nothing))
                .reduce(nothing, Amount::plus);
    }

    /** True when everything came back. */
    public boolean isEmpty() {
        return lines.stream().allMatch(line -> line.kept() == 0);
    }

    /** {@code bought} without the pieces that came back; empty where all did. */
    public Optional<Purchase> rest(Purchase bought) {
        List<PurchaseLine> left = new ArrayList<>();
        for (PurchaseLine line : bought.lines()) {
            SaleLine now = line(line.id()).orElseThrow();
            if (now.kept() > 0) {
                left.add(line.with(now.kept(), now.value(), now.vat()));
            }
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(bought.charging(left));
    }

    /** The lines with what can still be freed by this purchase as what is left to pay. */
    public List<SaleLine> redeemable() {
        List<SaleLine> left = new ArrayList<>();
        for (SaleLine line : lines) {
            Amount zero = Amount.zero(line.payable().denomination());
            Amount freed = payments.stream()
                    .filter(payment -> !payment.isSpend())
                    .map(payment -> payment.on(line.line(), zero))
                    .reduce(zero, Amount::plus);
            left.add(line.owing(zero.minus(freed.min(line.payable()))));
        }
        return left;
    }

    /** This sale with {@code more} payments, which leave less to pay where they are no mere redemptions. */
    public Sale plus(List<Payment> more) {
        List<Payment> all = new ArrayList<>(payments);
        all.addAll(more);
        List<LineShare> paid = new ArrayList<>();
        for (Payment payment : more) {
            if (payment.isSpend()) {
                paid.addAll(payment.lines());
            }
        }
        return new Sale(purchase, performedOn, owing(lines, paid, -1), all);
    }

    /** This sale with {@code payments} in the place of those it had. */
    public Sale with(List<Payment> changed) {
        return new Sale(purchase, performedOn, lines, changed);
    }

    /** This sale after {@code back} of a line came back. */
    public Sale without(String line, Returned back) {
        return mapped(each -> each.line().equals(line) ? each.without(back) : each);
    }

    /** This sale with what {@code shares} pay owing again, or no longer where {@code times} is below zero. */
    public Sale owing(List<LineShare> shares, int times) {
        return new Sale(purchase, performedOn, owing(lines, shares, times), payments);
    }

    private static List<SaleLine> owing(List<SaleLine> lines, List<LineShare> shares, int times) {
        List<SaleLine> changed = new ArrayList<>(lines.size());
        for (SaleLine line : lines) {
            SaleLine now = line;
            for (LineShare share : shares) {
                if (share.line().equals(line.line())) {
                    now = now.owing(share.amount().times(times));
                }
            }
            changed.add(now);
        }
        return changed;
    }

    private Sale mapped(UnaryOperator<SaleLine> change) {
        return new Sale(purchase, performedOn, lines.stream().map(change).toList(), payments);
    }
}
