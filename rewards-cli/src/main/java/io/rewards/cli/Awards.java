package io.rewards.cli;

import io.rewards.account.AccountRecords;
import io.rewards.amount.Amount;
import io.rewards.ledger.Journal;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Counts awards, by the offer that made them. Not thread-safe. */
final class Awards {

    private record Sum(long number, Amount amount) {}

    private final Map<String, Sum> offers = new TreeMap<>();
    private final Map<String, Amount> takenBack = new TreeMap<>();
    private final Map<String, Amount> denominations = new TreeMap<>();
    private final Map<String, Amount> exchanged = new TreeMap<>();
    private final Map<String, Amount> becameMoney = new TreeMap<>();
    private long number;

    /** All awards in the journals, whatever decided them: an event, a run, or what an event of another brought about. */
    static Awards of(Session session) {
        Awards awards = new Awards();
        session.participants()
                .flatMap(participant -> session.store().records(participant).stream())
                .map(AccountRecords::journal)
                .forEach(journal -> {
                    awards.add(journal.transactions().toList());
                    awards.takenBack(journal);
                    awards.exchanged(journal);
                });
        return awards;
    }

    private void takenBack(Journal journal) {
        journal.transactions()
                .filter(each -> each.kind() == TransactionKind.AWARD)
                .forEach(award -> {
                    Amount less = journal.reversedOf(award);
                    if (less.isPositive()) {
                        takenBack.merge(award.offer(), less, Amount::plus);
                    }
                });
    }

    private void exchanged(Journal journal) {
        journal.transactions().forEach(each -> {
            if (each.kind() == TransactionKind.EXCHANGE_OUT) {
                add(exchanged, journal.standing(each));
            } else if (each.kind() == TransactionKind.EXCHANGE_IN) {
                add(becameMoney, journal.standing(each));
            }
        });
    }

    private static void add(Map<String, Amount> sums, Amount amount) {
        sums.merge(amount.denomination().code(), amount, Amount::plus);
    }

    /** Counts the awards among {@code transactions}. */
    void add(Collection<Transaction> transactions) {
        for (Transaction each : transactions) {
            if (each.kind() == TransactionKind.AWARD) {
                number++;
                add(denominations, each.amount());
                offers.merge(
                        each.offer(),
                        new Sum(1, each.amount()),
                        (sum, more) -> new Sum(
                                sum.number() + more.number(), sum.amount().plus(more.amount())));
            }
        }
    }

    /** Of all offers. */
    long number() {
        return number;
    }

    /** Of the offer of this code. */
    long number(String offer) {
        return sum(offer).map(Sum::number).orElse(0L);
    }

    /** What the offer of this code awarded; empty while it awarded nothing. */
    Optional<Amount> amount(String offer) {
        return sum(offer).map(Sum::amount);
    }

    /** What of the awards of the offer of this code no longer stands; empty where all does. */
    Optional<Amount> takenBack(String offer) {
        return Optional.ofNullable(takenBack.get(offer));
    }

    /** What of the awards of the offer of this code stands; empty while it awarded nothing. */
    Optional<Amount> net(String offer) {
        return amount(offer).map(sum -> takenBack(offer).map(sum::minus).orElse(sum));
    }

    /** True when something of an award no longer stands. */
    boolean hasTakenBack() {
        return !takenBack.isEmpty();
    }

    /** What all offers awarded, one amount for each denomination. */
    List<Amount> amounts() {
        return new ArrayList<>(denominations.values());
    }

    /** What all offers awarded in the denomination of this code; empty where they awarded nothing in it. */
    Optional<Amount> in(String denomination) {
        return Optional.ofNullable(denominations.get(denomination));
    }

    /** What was exchanged and did not go back, one amount for each denomination; empty where nothing was. */
    List<Amount> exchanged() {
        return new ArrayList<>(exchanged.values());
    }

    /** What that has become. */
    List<Amount> becameMoney() {
        return new ArrayList<>(becameMoney.values());
    }

    /** Amounts behind one another, or a dash. */
    static String words(Collection<Amount> amounts) {
        StringJoiner words = new StringJoiner(", ");
        amounts.forEach(amount -> words.add(Figures.of(amount)));
        return words.length() == 0 ? "-" : words.toString();
    }

    private Optional<Sum> sum(String offer) {
        return Optional.ofNullable(offers.get(offer));
    }
}
