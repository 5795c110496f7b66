package io.rewards.purse;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.effort.Effort;
import io.rewards.jdbc.Databases;
import io.rewards.jdbc.TwinStore;
import io.rewards.ledger.FoundTransaction;
import io.rewards.ledger.Transaction;
import io.rewards.ledger.TransactionFilter;
import io.rewards.ledger.TransactionFilter.Field;
import io.rewards.ledger.TransactionState;
import io.rewards.report.LedgerReports;
import io.rewards.store.RewardsStore;
import io.rewards.time.DayPeriod;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to wallets, in a database and in memory at once: every answer of the one is that of the other. */
class DurablePurseFuzzTest {

    private static final int SEQUENCES = Effort.of("rewards.purse.sequences", 1, 2);
    private static final int OPERATIONS = Integer.getInteger("rewards.purse.operations", 150);
    private static final long SEED = Effort.seed("rewards.purse.seed");

    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final int MANY = 1_000;
    private static final int SOME = 20;

    @TempDir
    private Path directory;

    @Test
    void sqliteAnswersAsMemoryDoesWhateverHappens() {
        for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
            try (HikariDataSource database = Databases.sqlite(directory.resolve("purse" + seed + ".db"))) {
                goesOn(database, seed);
            }
        }
    }

    @Test
    void postgresAnswersAsMemoryDoesWhateverHappens() {
        for (long seed = SEED; seed < SEED + SEQUENCES; seed++) {
            try (HikariDataSource database = Databases.postgres()) {
                goesOn(database, seed);
            }
        }
    }

    private static void goesOn(HikariDataSource database, long seed) {
        RewardsStore both = TwinStore.of(Databases.store(database));
        Optional<Failure> failure = Sequence.drawn(seed, OPERATIONS, both);
        assertThat(failure.map(found -> found.report(OPERATIONS, found))).isEmpty();
        assertThat(everyReportOf(both)).as("transactions of seed %s", seed).isPositive();
    }

    /** Asks for every report; how many transactions there are. */
    private static int everyReportOf(RewardsStore both) {
        LedgerReports ledger = LedgerReports.of(both, ZONE);
        List<FoundTransaction> all = ledger.transactions(TransactionFilter.ALL).toList();
        List<Instant> recorded = all.stream()
                .map(each -> each.transaction().recordedOn())
                .sorted()
                .toList();
        LocalDate first = recorded.get(0).atZone(ZONE).toLocalDate();
        LocalDate last = recorded.get(recorded.size() - 1).atZone(ZONE).toLocalDate();
        LocalDate middle = first.plusDays(first.until(last, ChronoUnit.DAYS) / 2);
        assertThat(ledger.liability(YearMonth.from(middle), YearMonth.from(last))
                        .months())
                .isNotEmpty();
        ledger.breakage(YearMonth.from(first), YearMonth.from(last));
        ledger.balancesAsOf(recorded.get(recorded.size() / 2));
        for (String participant : both.participants("", MANY)) {
            ledger.statement(participant, middle, last);
            ledger.expiries(participant, recorded.get(0));
            ledger.balancesAsOf(participant, recorded.get(recorded.size() / 2));
        }
        for (FoundTransaction each : all.subList(0, Math.min(all.size(), SOME))) {
            everySearchLike(each.transaction(), ledger, new DayPeriod(first, middle));
        }
        assertThat(ledger.verify().problems()).isEmpty();
        return all.size();
    }

    private static void everySearchLike(Transaction one, LedgerReports ledger, DayPeriod days) {
        TransactionFilter all = TransactionFilter.ALL;
        Stream<TransactionFilter> filters = Stream.of(
                all.with(Field.ID, one.id()),
                all.with(Field.UNIT, one.unit()),
                all.with(Field.OFFER, one.offer()),
                all.with(Field.OFFER_TYPE, one.offerType()),
                all.with(Field.SCHEME, one.scheme()),
                all.with(Field.RULE, one.rule()),
                all.with(Field.LOT, one.lot()),
                all.with(Field.SUBJECT, one.subject().text()),
                all.with(Field.REVERSES, one.reverses()),
                all.with(Field.USER, one.user()),
                all.ofParticipant(one.participant()).withState(TransactionState.CANCELLED),
                all.withKinds(one.kind()),
                all.withAccounts(one.to().kind()),
                all.withEvent(one.event()),
                all.withPurchase(one.purchase().orElse(one.event())),
                all.withReason(one.reason()),
                all.withOn(days),
                all.withRecordedOn(days),
                all.withAtLeast(one.amount()),
                all.withAtMost(one.amount()),
                all.withDenomination(one.amount().denomination().code()));
        filters.forEach(filter -> ledger.transactions(filter).forEach(found -> {}));
    }
}
