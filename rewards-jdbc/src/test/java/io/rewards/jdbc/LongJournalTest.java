package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.account.Account;
import io.rewards.amount.Amount;
import io.rewards.decision.Outcome;
import io.rewards.effect.Effect;
import io.rewards.effect.Report;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.WalletToppedUp;
import io.rewards.ledger.AccountKind;
import io.rewards.ledger.Cause;
import io.rewards.ledger.Note;
import io.rewards.ledger.Origin;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionKind;
import io.rewards.participant.Participant;
import io.rewards.participant.Profile;
import io.rewards.past.PastChanges;
import io.rewards.report.LedgerReports;
import io.rewards.report.Verification;
import io.rewards.store.Recorded;
import io.rewards.store.RewardsStore;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Wallet;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A journal is checked page by page, however long it is. To see how much memory that takes, run it with {@code
 * -Drewards.journal.entries=200000} and little heap.
 */
class LongJournalTest {

    private static final int ENTRIES = Integer.getInteger("rewards.journal.entries", 6_000);
    private static final int OF_AN_EVENT = 1_000;
    private static final int PAGE = 500;
    private static final Instant ON = Instant.parse("2025-03-01T10:00:00Z");
    private static final Amount CENT = Amount.parse("0.01 EUR");

    @TempDir
    private Path directory;

    @Test
    void aLongJournalIsNeverReadAsAWhole() {
        try (HikariDataSource database = Databases.sqlite(directory.resolve("long.db"))) {
            RewardsStore store = Databases.store(database);
            write(store);
            AtomicInteger most = new AtomicInteger();

            Verification verification =
                    LedgerReports.of(watched(store, most), ZoneOffset.UTC).verify();

            assertThat(verification.problems()).isEmpty();
            assertThat(verification.transactions()).isEqualTo(ENTRIES);
            assertThat(most.get()).isEqualTo(PAGE);
        }
    }

    /** Half of the entries put a cent in, and the others spend it. */
    private static void write(RewardsStore store) {
        Account account = Account.of(Participant.registered("ada", ON, "U1", Profile.EMPTY));
        for (int event = 0; event * OF_AN_EVENT < ENTRIES; event++) {
            WalletToppedUp topUp = new WalletToppedUp(EventHeader.of("e" + event, "ada", "U1", ON), CENT);
            List<Transaction> all = new ArrayList<>();
            for (int i = 0; i < OF_AN_EVENT; i++) {
                all.add(transaction(topUp.key(), i));
            }
            Effect effect = Effect.of(account.with(Wallet.EMPTY), PastChanges.of(all, List.<Lot>of()), Report.NOTHING)
                    .sealed();
            assertThat(store.commit(new Recorded(topUp, outcome(topUp)), effect))
                    .isTrue();
            account = effect.account();
        }
    }

    private static Transaction transaction(EventKey event, int i) {
        Cause cause = Cause.of(event, "ada", "U1");
        boolean in = i % 2 == 0;
        return new Transaction(
                event.text() + "#money/" + i,
                in ? TransactionKind.TOP_UP : TransactionKind.SPEND,
                CENT,
                cause.account(in ? AccountKind.TOP_UPS : AccountKind.OPEN),
                cause.account(in ? AccountKind.OPEN : AccountKind.REIMBURSEMENT),
                cause,
                Origin.ofLot(event.text() + "#money"),
                Note.NONE,
                ON,
                ON);
    }

    private static Outcome outcome(WalletToppedUp event) {
        return new Outcome(
                event.key(),
                "ada",
                Outcome.Status.PROCESSED,
                ON,
                "1",
                "pack",
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The store, which must not be asked for everything of a participant; the longest list that it hands out is noted. */
    private static RewardsStore watched(RewardsStore store, AtomicInteger most) {
        Set<String> refused = Set.of("records");
        return (RewardsStore) Proxy.newProxyInstance(
                LongJournalTest.class.getClassLoader(),
                new Class<?>[] {RewardsStore.class},
                (proxy, method, arguments) -> {
                    assertThat(refused).doesNotContain(method.getName());
                    try {
                        Object answer = method.invoke(store, arguments);
                        if (answer instanceof List<?> list) {
                            most.accumulateAndGet(list.size(), Math::max);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
