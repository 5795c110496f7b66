package io.rewards.engine;

import static io.rewards.engine.Shop.days;
import static io.rewards.engine.Shop.eur;
import static io.rewards.engine.Shop.fixed;
import static io.rewards.engine.Shop.offer;
import static io.rewards.engine.Town.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import io.rewards.catalogue.EvaluationMethod;
import io.rewards.catalogue.Terms;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.ledger.Transaction;
import io.rewards.run.RunListener;
import io.rewards.testkit.chance.Threads;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs beside tills, and beside each other, lose nothing and double nothing. */
class ConcurrentRunsTest {

    private static final int PARTICIPANTS = 20;
    private static final int PURCHASES = 40;

    private static Town town() {
        Town town = Town.with(
                offer("A", new Terms.TransactionRevenue(eur("10.00"), Optional.empty()), fixed("1.00"))
                        .withEvaluation(EvaluationMethod.BATCH)
                        .build(),
                offer("B", new Terms.Birthday(), fixed("2.00")).build(),
                offer("C", new Terms.TransactionRevenue(eur("10.00"), Optional.empty()), fixed("3.00"))
                        .build(),
                offer("D", new Terms.CountLoyalty(4, days(3_000)), fixed("5.00"))
                        .build());
        for (int i = 0; i < PARTICIPANTS; i++) {
            town.born("P" + i, "1990-03-02");
        }
        return town;
    }

    @Test
    void runsBesideTillsLoseAndDoubleNothing() {
        Town town = town();
        Threads.act(4, thread -> {
            if (thread < 2) {
                buyAtTill(town, thread);
                return;
            }
            for (int minute = 0; minute < 20; minute++) {
                run(town, "2024-03-02T12:" + (minute + 10));
            }
        });
        town.run("2024-03-02T13:00");
        List<Transaction> journal = town.journal();
        assertThat(journal).extracting(Transaction::id).doesNotHaveDuplicates();
        int purchases = 2 * PURCHASES * PARTICIPANTS;
        assertThat(awards(journal, "A")).isEqualTo(purchases);
        assertThat(awards(journal, "B")).isEqualTo(PARTICIPANTS);
        assertThat(awards(journal, "C")).isEqualTo(purchases);
        assertThat(awards(journal, "D")).isEqualTo(purchases / 4);
        for (int p = 0; p < PARTICIPANTS; p++) {
            assertThat(town.open("P" + p)).isEmpty();
        }
    }

    private static void buyAtTill(Town town, int till) {
        for (int i = 0; i < PURCHASES; i++) {
            for (int p = 0; p < PARTICIPANTS; p++) {
                EventHeader header = town.header("E" + till + "/" + i + "/" + p, "P" + p, "2024-03-01");
                town.send(Purchase.of(i % 2 == 0 ? header : header.queued(), Shop.thing("20.00")));
            }
        }
    }

    /** Of two runs at once, the later instant wins; the other is refused. */
    private static void run(Town town, String time) {
        try {
            town.engine.runs().run(ALL, town.at(time), RunListener.NONE);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("comes before its latest");
        }
    }

    private static long awards(List<Transaction> journal, String offer) {
        return journal.stream()
                .filter(transaction -> transaction.offer().equals(offer))
                .count();
    }
}
