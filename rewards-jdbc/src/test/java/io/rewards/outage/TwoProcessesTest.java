package io.rewards.outage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.effort.Effort;
import io.rewards.engine.RewardsEngine;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.JdbcStore;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.wallet.Lot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two processes with eight threads each evaluate the same customers on one database: every figure is exact. */
@Timeout(1_800)
class TwoProcessesTest {

    private static final int PURCHASES = Effort.of("rewards.tills.purchases", 10, 20);

    @TempDir
    private Path directory;

    @Test
    void nothingIsLostOrDoubledOnPostgres() {
        try (HikariDataSource database = Databases.postgres()) {
            serve(database, PURCHASES);
        }
    }

    /** Here the processes wait for each other, so there is less for them to do. */
    @Test
    void nothingIsLostOrDoubledOnSqlite() {
        try (HikariDataSource database = Databases.sqlite(directory.resolve("shared.db"))) {
            serve(database, (PURCHASES + 1) / 2);
        }
    }

    private static void serve(HikariDataSource database, int purchases) {
        JdbcStore store = Databases.store(database);
        RewardsEngine engine = Teller.engine(store);
        Tills.register(engine);
        try (Child one = Child.of(Tills.class, Tills.arguments(database.getJdbcUrl(), "one", purchases));
                Child two = Child.of(Tills.class, Tills.arguments(database.getJdbcUrl(), "two", purchases))) {
            assertThat(one.line()).contains("DONE");
            assertThat(two.line()).contains("DONE");
            assertThat(one.exit()).isZero();
            assertThat(two.exit()).isZero();
        }
        assertThat(store.followUps(0, 10)).isEmpty();
        assertThat(Tills.run(engine, Tills.END_OF_MONTH.plusSeconds(3_600)).failures())
                .isEmpty();

        assertThat(engine.ledger().verify().problems()).isEmpty();
        figures(store, purchases);
    }

    private static void figures(JdbcStore store, int purchasesOfATill) {
        Map<String, Long> awards = new TreeMap<>();
        List<Transaction> all = new ArrayList<>();
        Amount money = Amount.zero(Tale.EUR);
        for (String id : store.participants("", Integer.MAX_VALUE)) {
            Account account = store.account(id).orElseThrow();
            assertThat(account.open()).isEmpty();
            for (Lot lot : account.lots()) {
                money = lot.remaining().denomination().equals(Tale.EUR) ? money.plus(lot.remaining()) : money;
            }
            all.addAll(store.records(id).orElseThrow().transactions());
        }
        Amount awarded = Amount.zero(Tale.EUR);
        for (Transaction transaction : all) {
            if (transaction.kind() == TransactionKind.AWARD) {
                awards.merge(transaction.offer(), 1L, Long::sum);
                awarded = transaction.amount().denomination().equals(Tale.EUR)
                        ? awarded.plus(transaction.amount())
                        : awarded;
            }
        }
        long byBoth = Tills.TILLS * every(Tills.EACH_BY_BOTH, purchasesOfATill);
        long friends = 2L * Tills.TILLS * every(Tills.EACH_BRINGS_A_FRIEND, purchasesOfATill);
        long purchases = 2L * Tills.TILLS * purchasesOfATill - byBoth + friends;
        assertThat(awards)
                .containsEntry("POINT-PER-EURO", purchases)
                .containsEntry("FIVE-PERCENT", purchases)
                .containsEntry("BRING-A-FRIEND", friends)
                .containsEntry("BIRTHDAY", (long) Tills.CUSTOMERS);
        assertThat(money).isEqualTo(awarded);
        long few = awards.get("A-FEW");
        assertThat(few).isEqualTo(Math.min(40, 2 * Math.min(purchasesOfATill, 30)));
        assertThat(store.usage(BudgetName.ofOffer("A-FEW")).orElseThrow().awards())
                .isEqualTo(few);
        assertThat(all)
                .extracting(transaction -> transaction.participant() + " " + transaction.id())
                .doesNotHaveDuplicates();
        assertThat(all)
                .extracting(Transaction::kind)
                .contains(TransactionKind.TRANSFER_IN, TransactionKind.TRANSFER_OUT);
    }

    /** How many of so many purchases are the first of each so many. */
    private static long every(int each, int purchases) {
        return (purchases + each - 1L) / each;
    }
}
