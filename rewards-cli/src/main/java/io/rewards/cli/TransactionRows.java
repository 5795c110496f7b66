package io.rewards.cli;

import io.rewards.decision.Outcome;
import io.rewards.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;

/** Transactions as rows of a table, and those that runs have recorded. Not thread-safe. */
final class TransactionRows {

    static final List<String> COLUMNS = List.of(
            "recorded_on",
            "counts_on",
            "participant",
            "kind",
            "offer",
            "amount",
            "denomination",
            "from",
            "to",
            "event",
            "purchase",
            "lot");

    private final List<List<String>> rows = new ArrayList<>();

    void add(Outcome outcome) {
        outcome.transactions().forEach(transaction -> rows.add(row(transaction)));
    }

    List<List<String>> rows() {
        return rows;
    }

    static List<String> row(Transaction transaction) {
        return List.of(
                transaction.recordedOn().toString(),
                transaction.on().toString(),
                transaction.participant(),
                transaction.kind().name(),
                transaction.offer(),
                transaction.amount().decimal().toPlainString(),
                transaction.amount().denomination().code(),
                transaction.from().kind().name(),
                transaction.to().kind().name(),
                transaction.event().toString(),
                transaction.purchase().map(Object::toString).orElse(""),
                transaction.lot());
    }
}
