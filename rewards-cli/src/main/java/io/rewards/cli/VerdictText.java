package io.rewards.cli;

import io.rewards.catalogue.Offer;
import io.rewards.catalogue.Programme;
import io.rewards.cli.Table.Side;
import io.rewards.decision.Decline;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Measure;
import io.rewards.decision.OfferProgress;
import io.rewards.decision.Outcome;
import io.rewards.decision.Verdict;
import io.rewards.event.CustomerEvent;
import io.rewards.event.HoldPlaced;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.kind.EventKinds;
import io.rewards.problem.Problem;
import io.rewards.wallet.Balance;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** Prints what happened, what was decided and why. */
final class VerdictText {

    private static final int LINES_SHOWN = 12;
    private static final String INDENT = "  ";

    private final Map<String, Offer> offers = new HashMap<>();
    private final When when;
    private final PrintWriter out;

    VerdictText(Programme programme, PrintWriter out) {
        programme.offers().forEach(offer -> offers.put(offer.code(), offer));
        when = new When(programme.settings().zone());
        this.out = out;
    }

    /** Which event it is, and what it says. */
    void event(CustomerEvent event, Optional<String> name) {
        String who = name.filter(text -> !text.isEmpty())
                .map(text -> text + " (" + event.participant() + ")")
                .orElse(event.participant());
        out.println(Printable.of(EventKinds.of(event).word().replace('_', ' ') + " " + event.key() + " of " + who
                + " at " + event.unit() + ", " + when.moment(event.performedOn())));
        if (event instanceof Purchase purchase) {
            lines(purchase.lines());
        } else if (event instanceof HoldPlaced placed) {
            lines(placed.lines());
        }
        String words = EventKinds.of(event).says(event, new Spoken(when));
        if (!words.isEmpty()) {
            out.println(Printable.of(INDENT + words));
        }
    }

    /** All verdicts, those that grant first. */
    void verdicts(Collection<Verdict> verdicts, boolean withMeasures) {
        Table granted = new Table(Side.LEFT, Side.RIGHT, Side.LEFT, Side.LEFT);
        verdicts.stream()
                .filter(Verdict.Granted.class::isInstance)
                .map(Verdict.Granted.class::cast)
                .forEach(each ->
                        granted.row(each.offer(), Figures.of(each.amount()), nameOf(each.offer()), grantedBy(each)));
        if (!granted.isEmpty()) {
            out.println("Granted");
            granted.print(out, INDENT);
        }
        if (withMeasures) {
            contributions(verdicts);
        }
        Table declined = new Table(Side.LEFT, Side.LEFT);
        verdicts.stream()
                .filter(Verdict.Declined.class::isInstance)
                .map(Verdict.Declined.class::cast)
                .forEach(each -> declined(each, declined, withMeasures));
        if (!declined.isEmpty()) {
            out.println("Declined");
            declined.print(out, INDENT);
        }
        if (verdicts.isEmpty()) {
            out.println("No offer was looked at.");
        }
    }

    /** What is left to pay, how far the participant has come, what was spent or came back, and what the wallet holds. */
    void consequences(Outcome outcome) {
        outcome.payable().ifPresent(payable -> {
            StringJoiner discounts = new StringJoiner(", ");
            for (InstantSpend spend : outcome.instantSpends()) {
                discounts.add(Figures.of(spend.amount()) + " off by " + spend.offer());
            }
            out.println("To pay    " + Figures.of(payable) + (discounts.length() == 0 ? "" : " after " + discounts));
        });
        if (!outcome.progress().isEmpty()) {
            out.println("Progress");
            Table table = new Table(Side.LEFT, Side.LEFT);
            outcome.progress().forEach(each -> table.row(each.offer(), progress(each)));
            table.print(out, INDENT);
        }
        new ReturnText(out).print(outcome);
        StringJoiner balances = new StringJoiner(", ");
        for (Balance balance : outcome.balances()) {
            balances.add(BalanceText.of(balance));
        }
        out.println("Balance   " + (balances.length() == 0 ? "nothing" : balances));
    }

    /** Why the event was refused. */
    void problems(List<Problem> problems) {
        out.println("Refused");
        problems.forEach(problem -> out.println(Printable.of(INDENT + problem)));
    }

    private void lines(List<PurchaseLine> lines) {
        Table table = new Table(Side.RIGHT, Side.LEFT, Side.RIGHT);
        lines.stream()
                .limit(LINES_SHOWN)
                .forEach(line -> table.row(Figures.of(line.quantity()), line.product(), Figures.of(line.total())));
        table.print(out, INDENT);
        if (lines.size() > LINES_SHOWN) {
            out.println(INDENT + "and " + Figures.of(lines.size() - LINES_SHOWN) + " more lines");
        }
    }

    private void declined(Verdict.Declined verdict, Table table, boolean withMeasures) {
        String offer = verdict.offer();
        for (Decline decline : verdict.declines()) {
            String until = decline.until()
                    .map(end -> " Open until " + when.moment(end) + ".")
                    .orElse("");
            String by = decline.by().isEmpty() ? "" : " It was " + decline.by() + ".";
            table.row(offer, decline.sentence() + until + by);
            if (withMeasures) {
                table.row("", measures(decline));
            }
            offer = "";
        }
    }

    private static String measures(Decline decline) {
        StringJoiner measures = new StringJoiner(", ", "(", ")");
        decline.actual().ifPresent(actual -> measures.add("actual " + actual.text()));
        decline.required().ifPresent(required -> measures.add("required " + required.text()));
        decline.distance().ifPresent(distance -> measures.add("distance " + distance.text()));
        return measures.add("reason " + decline.reason())
                .add("rule " + decline.rule())
                .toString();
    }

    private static String grantedBy(Verdict.Granted granted) {
        return "rule " + granted.rule()
                + (granted.wished().equals(granted.amount()) ? "" : ", cut from " + Figures.of(granted.wished()))
                + granted.contribution()
                        .filter(given -> given.amount().isPositive())
                        .map(given -> ", of which the merchant gives " + Figures.of(given.amount()))
                        .orElse("");
    }

    private void contributions(Collection<Verdict> verdicts) {
        verdicts.stream()
                .filter(Verdict.Granted.class::isInstance)
                .map(Verdict.Granted.class::cast)
                .flatMap(granted -> granted.contribution().stream())
                .filter(given -> given.amount().isPositive() || !given.rule().isEmpty())
                .forEach(given -> out.println(Printable.of(INDENT + given.sentence())));
    }

    private String progress(OfferProgress progress) {
        return shown(progress.current()) + " of " + shown(progress.target())
                + progress.until().map(end -> ", until " + when.moment(end)).orElse("");
    }

    private static String shown(Measure measure) {
        return measure.text();
    }

    private String nameOf(String offer) {
        Offer known = offers.get(offer);
        return known == null ? "" : known.name();
    }
}
