package io.rewards.cli;

import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Offer;
import io.rewards.cli.EvaluationTally.Fate;
import io.rewards.cli.EvaluationTally.OfferTally;
import io.rewards.cli.Table.Side;
import io.rewards.decision.DeclineReason;
import io.rewards.participant.ParticipantFilter;
import io.rewards.wallet.Balance;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints what came of a run: events, offers, discounts and balances. */
final class SummaryText {

    private static final int REASONS_SHOWN = 2;
    private static final int REFUSALS_SHOWN = 5;
    private static final int PARTICIPANTS_SHOWN = 3;
    private static final int HASH_SHOWN = 12;
    private static final int TAKEN_BACK_COLUMN = 3;
    private static final int OTHER_COLUMNS = 3;
    private static final String INDENT = "  ";

    /** A part of a balance, shown where it is not zero, or always. */
    private record Part(String word, Function<Balance, Amount> of, boolean isAlways) {}

    private static final List<Part> PARTS = List.of(
            new Part("available", Balance::available, true),
            new Part("pending", Balance::pending, true),
            new Part("open", Balance::open, false),
            new Part("held", Balance::held, false),
            new Part("vouchers", Balance::vouchers, false),
            new Part("debt", Balance::debt, false));

    private final Session session;
    private final EvaluationTally tally;
    private final PrintWriter out;
    private final Awards awards;

    private SummaryText(Session session, EvaluationTally tally, PrintWriter out) {
        this.session = session;
        this.tally = tally;
        this.out = out;
        awards = Awards.of(session);
    }

    static void print(Session session, EvaluationTally tally, PrintWriter out) {
        SummaryText text = new SummaryText(session, tally, out);
        heading(session, out);
        text.events();
        text.refusals();
        text.offers();
        text.discounts();
        text.points();
        text.balances();
    }

    /** Which programme and which rules it was. */
    static void heading(Session session, PrintWriter out) {
        out.println(session.programme().name() + ", version "
                + session.programme().version() + ", rule pack "
                + session.engine().packHash().substring(0, HASH_SHOWN));
    }

    private void events() {
        out.println();
        List<Fate> fates = Arrays.stream(Fate.values())
                .filter(fate -> fate == Fate.PROCESSED || tally.count(fate) > 0)
                .toList();
        Side[] sides = new Side[fates.size() + 1];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        Table table = new Table(sides);
        List<String> head = new ArrayList<>(List.of("Events"));
        fates.forEach(fate -> head.add(fate.words()));
        table.row(head.toArray(String[]::new));
        tally.events().forEach((word, counts) -> {
            List<String> row = new ArrayList<>(List.of(INDENT + word));
            fates.forEach(fate -> row.add(count(counts.getOrDefault(fate, 0L))));
            table.row(row.toArray(String[]::new));
        });
        table.print(out, "");
        if (tally.broken() > 0) {
            out.println(INDENT + Figures.of(tally.broken(), "broken line"));
        }
    }

    private void refusals() {
        if (tally.refusals().isEmpty()) {
            return;
        }
        out.println();
        out.println("Refused, by the first problem");
        Table table = new Table(Side.RIGHT, Side.LEFT);
        tally.refusals().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(REFUSALS_SHOWN)
                .forEach(entry -> table.row(Figures.of(entry.getValue()), entry.getKey()));
        table.print(out, INDENT);
        printOmitted(tally.refusals().size() - REFUSALS_SHOWN, "kinds of problems");
    }

    private void offers() {
        out.println();
        boolean takenBack = awards.hasTakenBack();
        Table table = takenBack
                ? new Table(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT)
                : new Table(Side.LEFT, Side.RIGHT, Side.RIGHT, Side.RIGHT, Side.LEFT);
        List<String> head = new ArrayList<>(List.of("Offers", "awards", "awarded", "declined", "mostly because"));
        if (takenBack) {
            head.addAll(TAKEN_BACK_COLUMN, List.of("taken back", "net"));
        }
        table.row(head.toArray(String[]::new));
        session.programme().offers().stream()
                .sorted(Comparator.comparingLong(Offer::number))
                .forEach(offer -> {
                    OfferTally of = tally.offer(offer.code());
                    List<String> row = new ArrayList<>(List.of(
                            INDENT + offer.code(),
                            count(awards.number(offer.code())),
                            awards.amount(offer.code()).map(Figures::of).orElse("-"),
                            count(of.declined()),
                            reasons(of.reasons())));
                    if (takenBack) {
                        row.addAll(
                                TAKEN_BACK_COLUMN,
                                List.of(
                                        awards.takenBack(offer.code())
                                                .map(Figures::of)
                                                .orElse("-"),
                                        awards.net(offer.code())
                                                .map(Figures::of)
                                                .orElse("-")));
                    }
                    table.row(row.toArray(String[]::new));
                });
        table.print(out, "");
    }

    private void discounts() {
        if (tally.bought().isEmpty()) {
            return;
        }
        out.println();
        StringJoiner paid = new StringJoiner(" and ");
        tally.discounted()
                .ifPresent(
                        sum -> paid.add(Figures.of(tally.discounts(), "instant discount") + " of " + Figures.of(sum)));
        tally.spent().ifPresent(sum -> paid.add(Figures.of(sum) + " from wallets"));
        out.println("Purchases of " + Figures.of(tally.bought().get())
                + (paid.length() == 0
                        ? ", no instant discounts"
                        : "; " + paid + " left "
                                + tally.toPay().map(Figures::of).orElse("nothing") + " to pay"));
        tally.refunded()
                .ifPresent(sum -> out.println("Came back for " + Figures.of(sum) + " in money and "
                        + tally.backToWallets().map(Figures::of).orElse("nothing") + " to wallets"));
    }

    /** What was earned in denominations that can be exchanged, and what of it was. */
    private void points() {
        List<Amount> earned = session.programme().rates().stream()
                .map(rate -> rate.from().denomination().code())
                .distinct()
                .flatMap(code -> awards.in(code).stream())
                .toList();
        if (!earned.isEmpty()) {
            out.println("Earned " + Awards.words(earned) + "; exchanged "
                    + (awards.exchanged().isEmpty()
                            ? "nothing"
                            : Awards.words(awards.exchanged()) + " for " + Awards.words(awards.becameMoney())));
        }
    }

    private void balances() {
        Map<String, Wallets> wallets = new TreeMap<>();
        session.accounts(ParticipantFilter.ALL)
                .forEach(account -> balances(account, tally.last())
                        .forEach(balance -> wallets.computeIfAbsent(
                                        balance.available().denomination().code(), unused -> new Wallets())
                                .add(account.participant().id(), balance)));
        if (wallets.isEmpty()) {
            return;
        }
        out.println();
        List<Part> parts = PARTS.stream()
                .filter(part -> part.isAlways()
                        || wallets.values().stream()
                                .anyMatch(all -> !all.sum(part).isZero()))
                .toList();
        Side[] sides = new Side[parts.size() + OTHER_COLUMNS];
        Arrays.fill(sides, Side.RIGHT);
        sides[0] = Side.LEFT;
        sides[sides.length - 1] = Side.LEFT;
        Table table = new Table(sides);
        List<String> head = new ArrayList<>(List.of("Balances"));
        parts.forEach(part -> head.add(part.word()));
        head.addAll(List.of("wallets", "largest"));
        table.row(head.toArray(String[]::new));
        wallets.forEach((code, all) -> {
            List<String> row = new ArrayList<>(List.of(INDENT + code));
            parts.forEach(part -> row.add(Figures.of(all.sum(part))));
            row.addAll(List.of(Figures.of(all.size()), all.largest()));
            table.row(row.toArray(String[]::new));
        });
        table.print(out, "");
    }

    private static List<Balance> balances(Account account, Instant when) {
        return Balance.of(account.wallet(), when).stream()
                .filter(balance -> !BalanceText.isNothing(balance))
                .toList();
    }

    private void printOmitted(int count, String things) {
        if (count > 0) {
            out.println(INDENT + "and " + Figures.of(count) + " more " + things);
        }
    }

    private static String reasons(Map<DeclineReason, Long> reasons) {
        return reasons.entrySet().stream()
                .sorted(Map.Entry.<DeclineReason, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS_SHOWN)
                .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' ') + " "
                        + Figures.of(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String count(long number) {
        return number == 0 ? "-" : Figures.of(number);
    }

    /** All wallets that hold something in one denomination, or owe it. Not thread-safe. */
    private static final class Wallets {

        private record Wallet(String participant, Balance balance) {}

        private static final Comparator<Wallet> LARGEST_FIRST = Comparator.comparing(
                        (Wallet wallet) -> wallet.balance().total())
                .reversed()
                .thenComparing(Wallet::participant);

        private final List<Wallet> all = new ArrayList<>();

        void add(String participant, Balance balance) {
            all.add(new Wallet(participant, balance));
        }

        int size() {
            return all.size();
        }

        Amount sum(Part part) {
            return all.stream()
                    .map(wallet -> part.of().apply(wallet.balance()))
                    .reduce(Amount::plus)
                    .orElseThrow();
        }

        String largest() {
            return all.stream()
                    .sorted(LARGEST_FIRST)
                    .limit(PARTICIPANTS_SHOWN)
                    .map(wallet -> wallet.participant() + " "
                            + Figures.of(wallet.balance().total()))
                    .collect(Collectors.joining(", "));
        }
    }
}
