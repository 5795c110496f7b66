package io.rewards.cli;

import io.rewards.cli.Table.Side;
import io.rewards.tier.TierChange;
import io.rewards.tier.TierLock;
import io.rewards.tier.TierOutlook;
import java.io.PrintWriter;
import java.util.Optional;

/** Prints in which tier a participant is and why, how far the next one is, and what keeps this one. */
final class TierText {

    private static final String INDENT = "  ";

    private final When when;
    private final PrintWriter out;

    TierText(When when, PrintWriter out) {
        this.when = when;
        this.out = out;
    }

    /** What a line or two can say. */
    void print(TierOutlook outlook) {
        out.println();
        out.println("Tier");
        out.println(Printable.of(INDENT + where(outlook)));
        outlook.next().ifPresent(next -> out.println(Printable.of(INDENT + ahead(next))));
        outlook.keeping().ifPresent(keeping -> out.println(Printable.of(INDENT + keeps(keeping))));
    }

    /** The same with the purchases that count, and how it came about. */
    void explain(TierOutlook outlook) {
        print(outlook);
        if (!outlook.purchases().isEmpty()) {
            out.println();
            out.println("Purchases that count");
            Table table = new Table(Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT);
            outlook.purchases()
                    .forEach(each -> table.row(
                            when.moment(each.on()),
                            each.purchase().toString(),
                            Figures.of(each.amount()),
                            counts(each)));
            table.print(out, INDENT);
        }
        if (!outlook.history().isEmpty()) {
            out.println();
            out.println("Changes");
            Table table = new Table(Side.LEFT, Side.LEFT, Side.LEFT);
            outlook.history().forEach(change -> table.row(when.moment(change.on()), name(change.tier()), why(change)));
            table.print(out, INDENT);
        }
    }

    private String where(TierOutlook outlook) {
        return name(outlook.tier())
                + outlook.since().map(since -> " since " + when.moment(since)).orElse("")
                + outlook.change().map(change -> ", " + why(change)).orElse("")
                + (outlook.locked() ? locked(outlook.change().flatMap(TierChange::lock)) : "");
    }

    private String locked(Optional<TierLock> lock) {
        return ", locked"
                + lock.flatMap(TierLock::until)
                        .map(end -> " until " + when.moment(end))
                        .orElse("");
    }

    private String ahead(TierOutlook.Next next) {
        return units(next.missing()) + " to " + next.tier()
                + next.until().map(end -> " by " + when.day(end.minusNanos(1))).orElse("")
                + ": " + Figures.of(next.units()) + " of " + Figures.of(next.reach()) + " since "
                + when.moment(next.from());
    }

    private String keeps(TierOutlook.Keeping keeping) {
        return "reviewed on " + when.day(keeping.review()) + ": " + Figures.of(keeping.units()) + " of "
                + units(keeping.keep())
                + " since " + when.moment(keeping.from())
                + (keeping.missing() == 0 ? ", it stays" : ", " + units(keeping.missing()) + " missing");
    }

    private static String units(long units) {
        return Figures.of(units, "unit");
    }

    private static String counts(TierOutlook.CountedPurchase purchase) {
        if (purchase.forNext() && purchase.forKeeping()) {
            return "for the next tier and to keep this one";
        }
        return purchase.forNext() ? "for the next tier" : "to keep this one";
    }

    private static String name(String tier) {
        return tier.isEmpty() ? "no tier" : tier;
    }

    private static String why(TierChange change) {
        String by = change.event().map(event -> " by " + event).orElse("");
        return switch (change.why()) {
            case REACHED -> by.isEmpty() ? "reached" : "reached" + by;
            case FELL -> "fell at a review";
            case MERGED -> "of a duplicate";
            case SET ->
                change.lock()
                        .map(lock -> "set by " + lock.user() + ": " + lock.reason())
                        .orElse("set");
        };
    }
}
