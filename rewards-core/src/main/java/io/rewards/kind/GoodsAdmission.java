package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.EventKey;
import io.rewards.event.ReturnedLine;
import io.rewards.problem.Problems;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Finds what speaks against goods that come back and against refunds by amount: no more comes back than there is. For one
 * event. Source: domain 5.7, 12.1 Q4.
 */
final class GoodsAdmission {

    private final Problems problems;
    private final Denomination currency;
    private final BiFunction<String, EventKey, Optional<Sale>> purchases;
    private final Map<EventKey, Optional<Sale>> sales = new HashMap<>();
    private final Map<Sold, Long> pieces = new HashMap<>();
    private final Map<Sold, Amount> refunds = new HashMap<>();

    private record Sold(EventKey purchase, String line) {}

    /**
     * Looks at nothing yet.
     *
     * @param purchases finds a purchase of the participant, or notes at the path why there is none
     */
    GoodsAdmission(Problems problems, Denomination currency, BiFunction<String, EventKey, Optional<Sale>> purchases) {
        this.problems = problems;
        this.currency = currency;
        this.purchases = purchases;
    }

    /** Notes what is wrong with {@code lines}; those that bring pieces back are looked at first, as they come back first. */
    void check(String path, List<ReturnedLine> lines) {
        for (int i = 0; i < lines.size(); i++) {
            check(path + "[" + i + "]", lines.get(i));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).amount().isPresent()) {
                refund(path + "[" + i + "]", lines.get(i), lines.get(i).amount().get());
            }
        }
    }

    private void check(String at, ReturnedLine line) {
        Optional<Sale> sale = sales.computeIfAbsent(line.purchase(), key -> purchases.apply(at + ".purchase", key));
        if (sale.isEmpty()) {
            return;
        }
        Optional<SaleLine> sold = sale.get().line(line.line());
        problems.unless(
                sold.isPresent(),
                at + ".line",
                "The purchase (" + line.purchase() + ") has no line (" + line.line() + ").");
        if (line.amount().isPresent()) {
            problems.unless(
                    line.quantity() == 0,
                    at + ".quantity",
                    "A refund by amount brings no pieces back, and (" + line.quantity()
                            + ") are named; what comes back is a line of its own.");
            return;
        }
        problems.unless(
                line.quantity() >= 1 && line.quantity() <= Admission.MOST_PIECES,
                at + ".quantity",
                "The quantity (" + line.quantity() + ") must be 1 to " + Admission.MOST_PIECES + ".");
        long all = pieces.merge(new Sold(line.purchase(), line.line()), line.quantity(), GoodsAdmission::sum);
        sold.ifPresent(known -> problems.unless(
                all <= known.kept(),
                at + ".quantity",
                "Of line (" + line.line() + ") of purchase (" + line.purchase() + "), " + known.kept()
                        + " pieces are left to come back, not " + all + "."));
    }

    /** No more is refunded than the pieces that stay cost. */
    private void refund(String at, ReturnedLine line, Amount amount) {
        boolean fine = amount.isPositive() && amount.denomination().equals(currency);
        problems.unless(fine, at + ".amount", "The amount (" + amount + ") must be above 0 and in " + currency + ".");
        Sold sold = new Sold(line.purchase(), line.line());
        Optional<SaleLine> known =
                sales.getOrDefault(line.purchase(), Optional.empty()).flatMap(sale -> sale.line(line.line()));
        long back = pieces.getOrDefault(sold, 0L);
        if (!fine || known.isEmpty() || back < 0 || back > known.get().kept()) {
            return;
        }
        Amount left = refunds.getOrDefault(sold, known.get().priceAfter(back));
        boolean fits = amount.compareTo(left) <= 0;
        problems.unless(
                fits,
                at + ".amount",
                "Of line (" + line.line() + ") of purchase (" + line.purchase() + "), " + left
                        + " is left to refund, not " + amount + ".");
        refunds.put(sold, fits ? left.minus(amount) : left);
    }

    private static long sum(long one, long other) {
        return Math.min(Admission.MOST_PIECES * 2, one) + Math.min(Admission.MOST_PIECES * 2, other);
    }
}
