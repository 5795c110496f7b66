package io.rewards.event;

import java.util.Comparator;
import java.util.List;

/**
 * Pieces of one line of a purchase that come back. Immutable. Source: domain 12.1 Q4.
 *
 * @param purchase that they were bought with
 * @param line id of the line of that purchase
 * @param quantity how many of its pieces
 */
public record ReturnedLine(EventKey purchase, String line, long quantity) {

    private static final Comparator<ReturnedLine> ORDER = Comparator.comparing(ReturnedLine::purchase)
            .thenComparing(ReturnedLine::line)
            .thenComparing(ReturnedLine::quantity);

    /** These lines in order of their purchases and ids. */
    static List<ReturnedLine> inOrder(List<ReturnedLine> lines) {
        return lines.stream().sorted(ORDER).toList();
    }
}
