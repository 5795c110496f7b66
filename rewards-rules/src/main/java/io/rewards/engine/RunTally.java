package io.rewards.engine;

import io.rewards.amount.Amount;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.run.RunFailure;
import io.rewards.run.RunReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what a run does. For one thread. */
final class RunTally {

    private final SortedMap<String, Amount> awarded = new TreeMap<>();
    private final List<RunFailure> failures = new ArrayList<>();
    private long events;
    private long visits;
    private long awards;

    void event() {
        events++;
    }

    void visit() {
        visits++;
    }

    void recorded(List<Transaction> transactions) {
        for (Transaction transaction : transactions) {
            if (transaction.kind() == TransactionKind.AWARD) {
                awards++;
                awarded.merge(transaction.amount().denomination().code(), transaction.amount(), Amount::plus);
            }
        }
    }

    /** Counts a participant once, with what went wrong first. */
    void failed(String participant, UndecidedException e) {
        if (failures.stream().noneMatch(known -> known.participant().equals(participant))) {
            failures.add(new RunFailure(participant, String.valueOf(e.getMessage())));
        }
    }

    RunReport report(String run, Instant asOf) {
        return new RunReport(run, asOf, events, visits, awards, List.copyOf(awarded.values()), failures);
    }
}
