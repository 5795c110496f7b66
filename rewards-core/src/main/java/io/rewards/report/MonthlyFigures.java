package io.rewards.report;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Turnover;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What turnover did to the liability, by the month in which it was recorded. Not thread-safe. */
final class MonthlyFigures {

    /** What the figures are made of. */
    private enum Line {
        AWARDED,
        TOPPED_UP,
        ADJUSTED,
        TRANSFERRED,
        EXCHANGED,
        SPENT,
        PAID_OUT,
        EXPIRED,
        TAKEN_BACK,
        LOST,
        LIABILITY
    }

    private final YearMonth from;
    private final YearMonth through;
    private final SortedMap<Denomination, Amount> opening = new TreeMap<>();
    private final Map<Denomination, Map<YearMonth, Map<Line, Amount>>> changes = new HashMap<>();
    private final SortedMap<Denomination, SortedMap<String, Map<YearMonth, Map<Line, Amount>>>> schemes =
            new TreeMap<>();

    MonthlyFigures(YearMonth from, YearMonth through) {
        this.from = from;
        this.through = through;
    }

    /** Where the spans of time begin whose turnover it counts: everything before the first month, and each month. */
    List<Instant> bounds(ZoneId zone) {
        List<Instant> bounds = new ArrayList<>(List.of(Instant.MIN));
        for (YearMonth month = from; !month.isAfter(through.plusMonths(1)); month = month.plusMonths(1)) {
            bounds.add(month.atDay(1).atStartOfDay(zone).toInstant());
        }
        return bounds;
    }

    void add(Turnover turnover) {
        Denomination denomination = turnover.amount().denomination();
        Amount change = turnover.changeOfLiability();
        boolean isBefore = turnover.span() == 0;
        opening.merge(denomination, isBefore ? change : Amount.zero(denomination), Amount::plus);
        if (!isBefore) {
            YearMonth month = from.plusMonths(turnover.span() - 1L);
            Map<Line, Amount> sums = sums(changes.computeIfAbsent(denomination, unused -> new HashMap<>()), month);
            sums.merge(Line.LIABILITY, change, Amount::plus);
            addLines(turnover, sums);
            addLines(
                    turnover,
                    sums(
                            schemes.computeIfAbsent(denomination, unused -> new TreeMap<>())
                                    .computeIfAbsent(turnover.scheme(), unused -> new HashMap<>()),
                            month));
        }
    }

    private static Map<Line, Amount> sums(Map<YearMonth, Map<Line, Amount>> months, YearMonth month) {
        return months.computeIfAbsent(month, unused -> new EnumMap<>(Line.class));
    }

    /** What is added to the lines; the merchant's part of an award changes nothing that is owed. */
    private static void addLines(Turnover turnover, Map<Line, Amount> sums) {
        if (turnover.from() != AccountKind.CONTRIBUTION && turnover.to() != AccountKind.CONTRIBUTION) {
            Amount amount = turnover.amount();
            addLine(turnover.from(), Amount.zero(amount.denomination()).minus(amount), amount, sums);
            addLine(turnover.to(), amount, amount, sums);
        }
    }

    private static void addLine(AccountKind account, Amount in, Amount amount, Map<Line, Amount> sums) {
        Amount out = Amount.zero(in.denomination()).minus(in);
        switch (account) {
            case AWARD_EXPENSE -> sums.merge(in.isPositive() ? Line.TAKEN_BACK : Line.AWARDED, amount, Amount::plus);
            case REIMBURSEMENT -> sums.merge(Line.SPENT, in, Amount::plus);
            case PAID_OUT -> sums.merge(Line.PAID_OUT, in, Amount::plus);
            case BREAKAGE -> sums.merge(Line.EXPIRED, in, Amount::plus);
            case TOP_UPS -> sums.merge(Line.TOPPED_UP, out, Amount::plus);
            case ADJUSTMENTS -> sums.merge(Line.ADJUSTED, out, Amount::plus);
            case TRANSFER_CLEARING -> sums.merge(Line.TRANSFERRED, out, Amount::plus);
            case EXCHANGE -> sums.merge(Line.EXCHANGED, out, Amount::plus);
            case CLAWBACK_LOSS -> sums.merge(Line.LOST, out, Amount::plus);
            default -> {
                // What participants hold is the liability itself.
            }
        }
    }

    /** Every month of every denomination. */
    Liability liability() {
        SortedMap<Denomination, Amount> running = new TreeMap<>(opening);
        List<LiabilityMonth> months = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(through); month = month.plusMonths(1)) {
            for (Denomination denomination : opening.keySet()) {
                Map<Line, Amount> sums =
                        changes.getOrDefault(denomination, Map.of()).getOrDefault(month, Map.of());
                Amount zero = Amount.zero(denomination);
                Amount before = running.getOrDefault(denomination, zero);
                Amount after = before.plus(sums.getOrDefault(Line.LIABILITY, zero));
                months.add(new LiabilityMonth(
                        month,
                        new LiabilityFigures(
                                before,
                                sums.getOrDefault(Line.AWARDED, zero),
                                sums.getOrDefault(Line.TOPPED_UP, zero),
                                sums.getOrDefault(Line.ADJUSTED, zero),
                                sums.getOrDefault(Line.TRANSFERRED, zero),
                                sums.getOrDefault(Line.EXCHANGED, zero),
                                sums.getOrDefault(Line.SPENT, zero),
                                sums.getOrDefault(Line.PAID_OUT, zero),
                                sums.getOrDefault(Line.EXPIRED, zero),
                                sums.getOrDefault(Line.TAKEN_BACK, zero),
                                sums.getOrDefault(Line.LOST, zero),
                                after)));
                running.put(denomination, after);
            }
        }
        return new Liability(from, through, months);
    }

    /** Every month of every scheme that awarded anything or whose money expired. */
    List<Breakage> breakage() {
        List<Breakage> rows = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(through); month = month.plusMonths(1)) {
            for (Denomination denomination : schemes.keySet()) {
                Amount zero = Amount.zero(denomination);
                for (Map.Entry<String, Map<YearMonth, Map<Line, Amount>>> scheme :
                        schemes.getOrDefault(denomination, new TreeMap<>()).entrySet()) {
                    if (hasBreakage(scheme.getValue())) {
                        Map<Line, Amount> sums = scheme.getValue().getOrDefault(month, Map.of());
                        rows.add(new Breakage(
                                month,
                                scheme.getKey(),
                                sums.getOrDefault(Line.AWARDED, zero),
                                sums.getOrDefault(Line.EXPIRED, zero)));
                    }
                }
            }
        }
        return rows;
    }

    private static boolean hasBreakage(Map<YearMonth, Map<Line, Amount>> months) {
        return months.values().stream()
                .anyMatch(sums -> sums.containsKey(Line.AWARDED) || sums.containsKey(Line.EXPIRED));
    }
}
