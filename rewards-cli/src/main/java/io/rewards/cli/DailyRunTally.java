package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.cli.Table.Side;
import io.rewards.ledger.Transaction;
import io.rewards.run.ExpirationReport;
import io.rewards.run.RunFailure;
import io.rewards.run.RunReport;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what many runs did, and reports whom they could not decide. Not thread-safe. */
final class DailyRunTally implements DailyRuns.Watcher {

    private static final int FAILURES_SHOWN = 20;

    private final When when;
    private final PrintWriter err;
    private final Table days = new Table(Side.LEFT, Side.RIGHT, Side.LEFT);
    private final Awards awards = new Awards();
    private final Map<String, Amount> expired = new TreeMap<>();
    private long all;
    private long useful;
    private long failures;

    DailyRunTally(When when, PrintWriter err) {
        this.when = when;
        this.err = err;
    }

    @Override
    public void look(LocalDate day, RunReport report, List<Transaction> transactions) {
        all++;
        awards.add(transactions);
        report.failures().forEach(this::report);
        if (report.awards() > 0) {
            useful++;
            days.row(when.day(day), Figures.of(report.awards(), "award"), Awards.words(report.awarded()));
        }
    }

    @Override
    public void expired(LocalDate day, ExpirationReport report) {
        report.failures().forEach(this::report);
        report.expired().forEach(amount -> expired.merge(amount.denomination().code(), amount, Amount::plus));
    }

    /** Counts and reports a participant who could not be decided; of very many, only the first are printed. */
    void report(RunFailure failure) {
        if (failures < FAILURES_SHOWN) {
            err.println(Printable.of(
                    "The participant (" + failure.participant() + ") could not be decided: " + failure.message()));
        } else if (failures == FAILURES_SHOWN) {
            err.println("Further participants who could not be decided are counted, but not printed.");
        }
        failures++;
    }

    boolean hasFailures() {
        return failures > 0;
    }

    /** One row for every run that awarded something. */
    Table days() {
        return days;
    }

    /** What the runs awarded. */
    Awards awards() {
        return awards;
    }

    /** All of it in one line. */
    String total() {
        Collection<Amount> amounts = awards.amounts();
        return Figures.of(all, "run") + ", " + Figures.of(useful) + " with awards: "
                + Figures.of(awards.number(), "award") + (amounts.isEmpty() ? "" : ", " + Awards.words(amounts))
                + (expired.isEmpty() ? "" : "; " + Awards.words(expired.values()) + " taken out, not spent in time")
                + (failures == 0 ? "" : "; " + Figures.of(failures, "failure"));
    }
}
