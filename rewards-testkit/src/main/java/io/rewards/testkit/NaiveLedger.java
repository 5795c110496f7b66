package io.rewards.testkit;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Balances;
import io.rewards.ledger.FoundTransaction;
import io.rewards.ledger.JournalEntry;
import io.rewards.ledger.JournalHead;
import io.rewards.ledger.JournalPlace;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.Turnover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was ever written to journals, in one list that every question goes through. Not thread-safe. */
final class NaiveLedger {

    /** An entry and whose journal it is in. */
    record Row(String owner, JournalEntry entry) {

        Transaction transaction() {
            return entry.transaction();
        }

        Instant recordedOn() {
            return transaction().recordedOn();
        }

        Denomination denomination() {
            return transaction().amount().denomination();
        }
    }

    private final List<Row> rows = new ArrayList<>();

    void add(Write write) {
        write.effect().entries().forEach(entry -> rows.add(new Row(write.participant(), entry)));
    }

    List<Row> rows() {
        return rows;
    }

    /** What of a transaction was not taken back. */
    Amount standing(Row row) {
        Amount left = row.transaction().amount();
        for (Row other : rows) {
            if (other.owner.equals(row.owner)
                    && other.transaction().reverses().equals(row.transaction().id())) {
                left = left.minus(other.transaction().amount());
            }
        }
        return left;
    }

    /** Those for which something holds, in order. */
    List<FoundTransaction> search(Predicate<Row> holds) {
        return rows.stream()
                .filter(holds)
                .sorted(Comparator.comparing(Row::owner)
                        .thenComparing(row -> row.entry().number()))
                .map(row -> new FoundTransaction(
                        new JournalPlace(row.owner, row.entry.number()), row.transaction(), standing(row)))
                .toList();
    }

    private Stream<Row> of(Optional<String> participant) {
        return rows.stream()
                .filter(row -> participant.isEmpty() || participant.get().equals(row.owner));
    }

    /** The balances of everything that was recorded by an instant. */
    Balances balances(Optional<String> participant, Instant asOf) {
        return Balances.of(of(participant)
                .filter(row -> row.recordedOn().compareTo(asOf) <= 0)
                .map(Row::transaction));
    }

    /** What moved between the instants. */
    List<Turnover> turnover(Optional<String> participant, List<Instant> bounds) {
        List<Turnover> all = new ArrayList<>();
        List<String> schemes = of(participant)
                .map(row -> row.transaction().scheme())
                .distinct()
                .sorted()
                .toList();
        List<Denomination> denominations =
                of(participant).map(Row::denomination).distinct().sorted().toList();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            int span = i;
            Instant start = bounds.get(i);
            Instant end = bounds.get(i + 1);
            List<Transaction> inside = of(participant)
                    .filter(row -> row.recordedOn().compareTo(start) >= 0
                            && row.recordedOn().compareTo(end) < 0)
                    .map(Row::transaction)
                    .toList();
            for (AccountKind from : AccountKind.values()) {
                for (AccountKind to : AccountKind.values()) {
                    for (String scheme : schemes) {
                        for (Denomination denomination : denominations) {
                            inside.stream()
                                    .filter(each -> each.from().kind() == from
                                            && each.to().kind() == to
                                            && each.scheme().equals(scheme))
                                    .map(Transaction::amount)
                                    .filter(amount -> amount.denomination().equals(denomination))
                                    .reduce(Amount::plus)
                                    .map(sum -> new Turnover(span, from, to, scheme, sum))
                                    .ifPresent(all::add);
                        }
                    }
                }
            }
        }
        return all;
    }

    /** The last entry that was recorded before {@code end}. */
    JournalHead head(String participant, Instant end) {
        JournalHead head = JournalHead.of(participant);
        for (Row row : rows) {
            if (row.owner.equals(participant) && row.recordedOn().isBefore(end)) {
                head = new JournalHead(row.entry.number(), row.entry.hash());
            }
        }
        return head;
    }
}
