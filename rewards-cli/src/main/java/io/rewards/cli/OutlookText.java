package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Terms;
import io.rewards.cli.Table.Side;
import io.rewards.decision.OfferProgress;
import io.rewards.notification.AwardedState;
import io.rewards.outlook.CalendarEntry;
import io.rewards.outlook.OfferStanding;
import io.rewards.outlook.Standing;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Prints how a participant stands in every offer, and what will happen next. */
final class OutlookText {

    private static final int ENTRIES_SHOWN = 60;
    private static final String INDENT = "  ";

    private final Session session;
    private final String participant;
    private final When when;
    private final PrintWriter out;

    OutlookText(Session session, String participant, PrintWriter out) {
        this.session = session;
        this.participant = participant;
        when = session.when();
        this.out = out;
    }

    void print(Instant moment, int days) {
        standing(moment);
        calendar(when.dayOf(moment), days);
    }

    private void standing(Instant moment) {
        Table table = new Table(Side.LEFT, Side.LEFT, Side.RIGHT, Side.LEFT);
        Standing standing = session.engine().participants().standing(participant, moment);
        if (!session.programme().tiers().isEmpty()) {
            new TierText(when, out).print(standing.tier());
        }
        standing.offers().forEach(each -> table.row(each.offer(), awards(each), inYear(each), progress(each)));
        out.println();
        out.println("Standing");
        table.print(out, INDENT);
        if (table.isEmpty()) {
            out.println(INDENT + "in no offer");
        }
    }

    private String awards(OfferStanding standing) {
        return standing.lastAwardedOn()
                .map(last -> Figures.of(standing.awards(), "award") + ", the last on " + when.day(last))
                .orElse("not awarded");
    }

    private static String inYear(OfferStanding standing) {
        return standing.awardedInYear().isZero() ? "" : Figures.of(standing.awardedInYear()) + " in a year";
    }

    private String progress(OfferStanding standing) {
        String close = standing.states().contains(AwardedState.CLOSE_TO_AWARD) ? ", close" : "";
        return standing.progress().map(each -> progress(each) + close).orElse("");
    }

    private String progress(OfferProgress progress) {
        return progress.current().text() + " of " + progress.target().text() + unitWord(progress.offer())
                + progress.until().map(end -> ", until " + when.moment(end)).orElse("");
    }

    private String unitWord(String code) {
        Optional<Terms> terms = session.programme().offers().stream()
                .filter(offer -> offer.code().equals(code))
                .map(Offer::terms)
                .findFirst();
        if (terms.filter(Terms.CountLoyalty.class::isInstance).isPresent()) {
            return " purchases";
        }
        return terms.filter(Terms.QuantityLoyalty.class::isInstance).isPresent() ? " pieces" : "";
    }

    private void calendar(LocalDate from, int days) {
        record What(LocalDate day, String before, String after) {}
        Map<What, Optional<Amount>> entries = new LinkedHashMap<>();
        for (CalendarEntry each : session.engine().participants().calendar(participant, from, from.plusDays(days))) {
            entries.merge(
                    new What(each.day(), textBefore(each), textAfter(each)),
                    each.amount(),
                    (sum, more) -> sum.flatMap(amount -> more.map(amount::plus)));
        }
        Table table = new Table(Side.LEFT, Side.LEFT);
        entries.entrySet().stream().limit(ENTRIES_SHOWN).forEach(entry -> {
            What what = entry.getKey();
            String amount = entry.getValue().map(Figures::of).orElse("");
            table.row(when.day(what.day()), what.before() + amount + what.after());
        });
        out.println();
        out.println("Next " + Figures.of(days, "day"));
        table.print(out, INDENT);
        if (table.isEmpty()) {
            out.println(INDENT + "nothing that is known now");
        } else if (entries.size() > ENTRIES_SHOWN) {
            out.println(INDENT + "and " + Figures.of(entries.size() - ENTRIES_SHOWN) + " more");
        }
    }

    private static String textBefore(CalendarEntry entry) {
        return switch (entry.kind()) {
            case BIRTHDAY -> "birthday: ";
            case NAME_DAY -> "name day: ";
            case SUBSCRIPTION_MATURES -> "subscription " + entry.subject() + " matures: ";
            case MONEY_SPENDABLE -> "from now on to spend: ";
            case MONEY_EXPIRES -> "last day to spend: ";
            case WINDOW_ENDS -> "last day before counts begin to lapse: ";
            case RUN_DUE -> "run due: ";
            case TIER_REVIEW -> "review of the tier: ";
        };
    }

    private static String textAfter(CalendarEntry entry) {
        return (entry.amount().isPresent() ? " of " : "") + entry.code();
    }
}
