package io.rewards.event;

import io.rewards.amount.Amount;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Pieces of one line of a purchase that come back, or a part of its price that is refunded while the pieces stay. Immutable.
 * Source: domain 5.7, 12.1 Q4.
 *
 * @param purchase that they were bought with
 * @param line id of the line of that purchase
 * @param quantity how many of its pieces; 0 for a refund by amount
 * @param amount that is refunded by which no piece comes back; empty where pieces come back
 */
public record ReturnedLine(EventKey purchase, String line, long quantity, Optional<Amount> amount) {

    private static final Comparator<ReturnedLine> ORDER = Comparator.comparing(ReturnedLine::purchase)
            .thenComparing(ReturnedLine::line)
            .thenComparing(ReturnedLine::quantity)
            .thenComparing(line -> line.amount().map(Amount::toString).orElse(""));

    /** Pieces that come back. */
    public ReturnedLine(EventKey purchase, String line, long quantity) {
        this(purchase, line, quantity, Optional.empty());
    }

    /** A part of the price that is refunded; no piece comes back. */
    public static ReturnedLine refund(EventKey purchase, String line, Amount amount) {
        return new ReturnedLine(purchase, line, 0, Optional.of(amount));
    }

    /** These lines in order of their purchases and ids. */
    static List<ReturnedLine> inOrder(List<ReturnedLine> lines) {
        return lines.stream().sorted(ORDER).toList();
    }
}
