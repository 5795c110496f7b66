package io.rewards.cli;

import io.rewards.amount.Amount;
import io.rewards.cli.Table.Side;
import io.rewards.decision.ExchangeResult;
import io.rewards.decision.Outcome;
import io.rewards.decision.ReturnResult;
import io.rewards.decision.SpendResult;
import io.rewards.wallet.Reclaim;
import java.io.PrintWriter;
import java.util.StringJoiner;
import java.util.stream.Stream;

/** Prints what an event spent of a wallet, and what came back with goods. */
final class ReturnText {

    private static final String INDENT = "  ";

    private final PrintWriter out;

    ReturnText(PrintWriter out) {
        this.out = out;
    }

    void print(Outcome outcome) {
        outcome.exchanged().ifPresent(this::exchanged);
        outcome.spend().ifPresent(this::spend);
        outcome.returned().ifPresent(this::returned);
    }

    private void exchanged(ExchangeResult exchanged) {
        String asked = exchanged.left().isZero() ? "" : " of " + Figures.of(exchanged.asked());
        out.println("Exchanged " + Figures.of(exchanged.points()) + asked + " for " + Figures.of(exchanged.money()));
    }

    private void spend(SpendResult spend) {
        String asked = spend.requested().equals(spend.actual()) ? "" : " of " + Figures.of(spend.requested());
        out.println(word(spend.how())
                + Figures.of(spend.actual())
                + asked
                + (spend.why().isEmpty() ? "" : ": " + spend.why()));
        Table table = new Table(Side.RIGHT, Side.LEFT);
        spend.parts().forEach(part -> table.row(Figures.of(part.amount()), of(part.offer())));
        leftAlone(spend)
                .forEach(unused ->
                        table.row(Figures.of(unused.amount()), of(unused.offer()) + " left alone: " + unused.why()));
        table.print(out, INDENT);
    }

    /** What could have paid and was left alone; money of another denomination cannot. */
    static Stream<SpendResult.Unused> leftAlone(SpendResult spend) {
        return spend.unused().stream()
                .filter(unused ->
                        unused.amount().denomination().equals(spend.requested().denomination()));
    }

    private static String word(SpendResult.How how) {
        return switch (how) {
            case HELD -> "Reserved  ";
            case REDEEMED -> "Freed     ";
            default -> "Spent     ";
        };
    }

    private void returned(ReturnResult returned) {
        out.println("Refund    " + Figures.of(returned.refund())
                + (returned.toWallet().isZero()
                        ? ""
                        : ", and " + Figures.of(returned.toWallet()) + " back to the wallet"));
        if (!returned.reclaimed().isEmpty()) {
            out.println("Taken back");
            Table table = new Table(Side.LEFT, Side.RIGHT, Side.LEFT);
            returned.reclaimed()
                    .forEach(each -> table.row(
                            each.offer().isEmpty() ? "money that was put in" : each.offer(),
                            Figures.of(each.amount()),
                            from(each)));
            table.print(out, INDENT);
        }
    }

    private static String from(Reclaim reclaim) {
        StringJoiner from = new StringJoiner(", ");
        add(from, reclaim.ofItsOwn(), " of its own money");
        add(from, reclaim.ofOthers(), " of other money");
        add(from, reclaim.debt(), " owed");
        add(from, reclaim.lost(), " lost");
        return from.toString();
    }

    private static void add(StringJoiner words, Amount amount, String from) {
        if (amount.isPositive()) {
            words.add(Figures.of(amount) + from);
        }
    }

    private static String of(String offer) {
        return offer.isEmpty() ? "of money without an offer" : "of " + offer;
    }
}
