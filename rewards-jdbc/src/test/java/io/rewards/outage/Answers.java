package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.event.CustomerEvent;
import io.rewards.event.EventCancelled;
import io.rewards.event.EventKey;
import io.rewards.ledger.Transaction;
import io.rewards.report.LedgerReports;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the sender of a {@link Tale} was told of its steps, and whether the store stands by it. For one thread. */
final class Answers {

    private static final String NOT_RECORDED = "-";

    private final List<Tale.Step> tale;
    private final List<String> told = new ArrayList<>();
    private final Set<EventKey> cancelled = new HashSet<>();

    Answers(List<Tale.Step> tale) {
        this.tale = tale;
    }

    /** The step that nobody has told about yet. */
    int next() {
        return told.size();
    }

    /** Notes an answer: that of the next step, or again that of an earlier one. */
    void note(int number, String answer) {
        if (number == next()) {
            told.add(answer);
            event(number)
                    .filter(event -> !answer.equals(NOT_RECORDED))
                    .filter(event -> event instanceof EventCancelled)
                    .ifPresent(event -> cancelled.add(((EventCancelled) event).event()));
            return;
        }
        assertThat(number).isLessThan(next());
        if (!cancelled.contains(event(number).orElseThrow().key())) {
            assertThat(answer).as("step %s again", number).isEqualTo(told.get(number));
        }
    }

    /** What a sender does not send again: runs that were done, and what was refused, which could be accepted later. */
    Set<Integer> leftOut() {
        Set<Integer> leftOut = new HashSet<>();
        for (int number = 0; number < next(); number++) {
            if (event(number).isEmpty() || told.get(number).equals(NOT_RECORDED)) {
                leftOut.add(number);
            }
        }
        return leftOut;
    }

    /** What was told is recorded, once and as it was told, and of what was not told at most the step under way is. */
    void check(RewardsStore store) {
        assertThat(LedgerReports.of(store, Tale.PROGRAMME.settings().zone())
                        .verify()
                        .problems())
                .isEmpty();
        List<String> expected = new ArrayList<>();
        for (int number = 0; number < tale.size(); number++) {
            Optional<Recorded> recorded = event(number).flatMap(event -> store.recorded(event.key()));
            String found = recorded.map(each -> Teller.hash(each.outcome())).orElse(NOT_RECORDED);
            if (number < next() && event(number).isPresent()) {
                assertThat(found).as("step %s", number).isEqualTo(told.get(number));
            } else if (number > next()) {
                assertThat(recorded).as("step %s", number).isEmpty();
            }
            recorded.ifPresent(
                    each -> each.outcome().transactions().forEach(transaction -> expected.add(name(transaction))));
        }
        List<String> journals = new ArrayList<>();
        store.participants("", Integer.MAX_VALUE)
                .forEach(id -> store.records(id)
                        .orElseThrow()
                        .transactions()
                        .forEach(transaction -> journals.add(name(transaction))));
        assertThat(journals).doesNotHaveDuplicates().containsAll(expected);
    }

    private static String name(Transaction transaction) {
        return transaction.participant() + " " + transaction.id();
    }

    private Optional<CustomerEvent> event(int number) {
        return Tale.event(tale.get(number));
    }
}
