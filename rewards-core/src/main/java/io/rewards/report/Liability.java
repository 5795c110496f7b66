package io.rewards.report;

import io.rewards.amount.Denomination;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the programme owes its participants, month by month, by when transactions were recorded: the figures of a month that
 * is over never change, because an event that comes late counts in the month in which it was recorded. Immutable.
 *
 * @param from first month
 * @param through last month
 * @param months every month for each denomination that has ever moved, in order of months and then of codes
 */
public record Liability(YearMonth from, YearMonth through, List<LiabilityMonth> months) {

    /** Copies the months. */
    public Liability {
        months = List.copyOf(months);
    }

    /** The figures of the whole time, one for each denomination in order of their codes. */
    public List<LiabilityFigures> totals() {
        Map<Denomination, LiabilityFigures> totals = new TreeMap<>();
        months.forEach(each -> totals.merge(each.figures().denomination(), each.figures(), LiabilityFigures::then));
        return List.copyOf(totals.values());
    }
}
