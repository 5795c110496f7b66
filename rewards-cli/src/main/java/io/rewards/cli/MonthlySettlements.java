package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.SettlementDefinition;
import io.rewards.cli.Table.Side;
import io.rewards.engine.EngineSettlements;
import io.rewards.settlement.Settlement;
import io.rewards.settlement.SettlementSum;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settles merchants whenever their definition is due between the events of a year, and once at its end. For one thread. */
final class MonthlySettlements {

    private static final String INDENT = "  ";

    private final EngineSettlements settlements;
    private final SettlementDefinition definition;
    /** What each merchant was settled for in all, by its code. */
    private final SortedMap<String, SettlementSum> sums = new TreeMap<>();

    private long runs;
    private long posted;

    MonthlySettlements(Session session, SettlementDefinition definition) {
        settlements = session.engine().settlements();
        this.definition = definition;
    }

    /** Settles what is due through {@code instant}, after the runs of the nights before, and then runs those that are left. */
    void through(Instant instant, DailyRuns nights) {
        for (Optional<Instant> due = due(instant); due.isPresent(); due = due(instant)) {
            settle(due.get(), nights);
        }
        nights.through(instant);
    }

    private Optional<Instant> due(Instant instant) {
        return settlements.nextRun(definition).filter(next -> !next.isAfter(instant));
    }

    /** Settles when it is due for the first time after the last event. */
    void end(DailyRuns nights) {
        settlements.nextRun(definition).ifPresent(due -> settle(due, nights));
    }

    private void settle(Instant due, DailyRuns nights) {
        nights.through(due);
        runs++;
        for (Settlement settlement :
                settlements.run(definition, due, document -> {}).posted()) {
            posted++;
            settlement.sums().forEach(sum -> sums.merge(settlement.merchant(), sum, MonthlySettlements::together));
        }
    }

    private static SettlementSum together(SettlementSum before, SettlementSum sum) {
        return new SettlementSum(
                before.contributions().plus(sum.contributions()),
                before.reimbursements().plus(sum.reimbursements()),
                before.fee().plus(sum.fee()),
                before.before(),
                sum.after());
    }

    /** What merchants gave and got in the year, and how they stand. */
    void print(PrintWriter out) {
        out.println();
        out.println(definition.name() + ": " + Figures.of(runs, "settlement run") + ", " + Figures.of(posted)
                + " settlements");
        Table table = new Table(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT);
        table.row("Merchant", "Given", "Credited", "Fee", "Position");
        SortedMap<Denomination, Amount> owner = new TreeMap<>();
        sums.forEach((merchant, sum) -> {
            table.row(
                    merchant,
                    SettlementRows.signed(sum.contributions()),
                    SettlementRows.signed(sum.reimbursements()),
                    Figures.of(sum.fee()),
                    SettlementRows.signed(sum.after()));
            owner.merge(sum.denomination(), Amount.zero(sum.denomination()).minus(sum.after()), Amount::plus);
        });
        owner.values().forEach(amount -> table.row("the owner", "", "", "", SettlementRows.signed(amount)));
        table.print(out, INDENT);
    }
}
