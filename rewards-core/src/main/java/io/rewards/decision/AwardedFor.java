package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.catalogue.AwardBase;
import java.util.List;

/**
 * What of a purchase an award is for: all that counts for the offer, unless the offer chooses among it. Immutable.
 * Source: domain 2.3, 2.4 C3.
 *
 * @param lines of which something is
 * @param base sum of what counts of them
 */
public record AwardedFor(List<Line> lines, Amount base) {

    /**
     * What an award is for of one line. Immutable.
     *
     * @param sold the whole line
     * @param pieces of it
     * @param counts what these count
     */
    public record Line(SoldLine sold, long pieces, Amount counts) {}

    /** Copies the list. */
    public AwardedFor {
        lines = List.copyOf(lines);
    }

    /** All that counts for an offer, by the base of its award. */
    static AwardedFor all(Qualifying qualifying, AwardBase base) {
        return new AwardedFor(
                qualifying.lines().stream()
                        .map(line -> new Line(line, line.line().quantity(), line.counts(base)))
                        .toList(),
                qualifying.rewarded());
    }
}
