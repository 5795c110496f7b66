package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.amount.Amount;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.outage.Tale;
import io.rewards.outage.Teller;
import io.rewards.store.Recorded;
import io.rewards.wallet.Lot;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A database of every earlier format is brought to this one and loses nothing. When a migration is added, write the database
 * of the new format with {@code -Drewards.fixture=write}, and leave those of earlier ones alone for ever.
 */
class UpgradeTest {

    private static final long SEED = 7;
    private static final int STEPS = 60;

    @TempDir
    private Path directory;

    /** Keeps a small life in databases of the newest format, and what they should answer. */
    @BeforeAll
    static void writeWhereAskedTo(@TempDir Path written) throws SQLException {
        if (Fixture.WRITE) {
            for (Dialect dialect : Dialect.values()) {
                try (HikariDataSource database = empty(dialect, written)) {
                    write(database, dialect);
                }
            }
        }
    }

    static Stream<Arguments> databases() {
        return Fixture.formats()
                .boxed()
                .flatMap(format -> Stream.of(Dialect.values()).map(dialect -> Arguments.of(format, dialect)));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void aDatabaseOfAnEarlierFormatLosesNothing(int format, Dialect dialect) throws SQLException {
        try (HikariDataSource database = empty(dialect, directory)) {
            Fixture.restore(database, text(format, dialect));
            assertThat(Databases.ask(database, "select max(format) from rewards_format"))
                    .isEqualTo(Integer.toString(format));

            JdbcStore.migrate(database);

            JdbcStore store = JdbcStore.of(database);
            RewardsEngine engine = Teller.engine(store);
            assertThat(engine.ledger().verify().problems()).isEmpty();
            assertThat(wallets(store)).isEqualTo(said(format, "wallets"));
            answersAsRecorded(engine, store, said(format, "events"));
            goesOn(engine, store);
        }
    }

    /** Migrations that were released are not changed: the databases that they made are everywhere. */
    @ParameterizedTest
    @EnumSource
    void theFixturesAreMadeByTheMigrationsInTheJar(Dialect dialect) {
        for (int format = 1; format <= Format.current(); format++) {
            String migrations = "";
            for (String migration : Format.MIGRATIONS.subList(0, format)) {
                migrations += Format.text(dialect, migration).strip() + "\n\n";
            }
            assertThat(text(format, dialect))
                    .as(
                            "A change of the tables is a migration of its own, unless format (%s) was never released.",
                            format)
                    .startsWith(migrations);
        }
    }

    private static void answersAsRecorded(RewardsEngine engine, JdbcStore store, List<String> events) {
        assertThat(events).hasSizeGreaterThan(STEPS / 2);
        for (String key : events) {
            Recorded recorded =
                    store.recorded(EventKey.parse(key).orElseThrow()).orElseThrow();
            Outcome first = recorded.outcome();
            assertThat(engine.evaluate(recorded.event())).as(key).isIn(first, first.cancelled());
        }
    }

    private static void goesOn(RewardsEngine engine, JdbcStore store) {
        Instant later = Tale.FIRST_DAY.plusSeconds(90_000_000);
        EventHeader header =
                EventHeader.of("after the upgrade", "p0", "SHOP", later).receivedOn(later);
        int notifications = store.notifications(0, Integer.MAX_VALUE).size();

        Outcome outcome =
                engine.evaluate(Purchase.of(header, PurchaseLine.of("a", "WINE", 1, Amount.of("40.00", Tale.EUR))));

        assertThat(outcome.granted()).isNotEmpty();
        assertThat(store.notifications(0, Integer.MAX_VALUE)).hasSizeGreaterThan(notifications);
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    private static HikariDataSource empty(Dialect dialect, Path directory) {
        return dialect == Dialect.POSTGRESQL ? Databases.postgres() : Databases.sqlite(directory.resolve("a.db"));
    }

    private static void write(HikariDataSource database, Dialect dialect) throws SQLException {
        JdbcStore store = Databases.store(database);
        Teller teller = new Teller(store);
        List<Tale.Step> tale = Tale.of(SEED, STEPS);
        tale.forEach(teller::live);
        SomeSettlement.in(store, Tale.EUR, Tale.FIRST_DAY);
        List<String> events = new ArrayList<>();
        for (Tale.Step step : tale) {
            if (step instanceof Tale.Step.Sent sent
                    && store.recorded(sent.event().key()).isPresent()) {
                events.add(sent.event().key().text());
            }
        }
        int format = Format.current();
        Fixture.write(Fixture.name(format, dialect), Fixture.dump(database, dialect));
        Fixture.write(said(format) + "wallets.txt", String.join("\n", wallets(store)) + "\n");
        Fixture.write(said(format) + "events.txt", String.join("\n", events) + "\n");
    }

    private static List<String> wallets(JdbcStore store) {
        List<String> wallets = new ArrayList<>();
        for (String id : store.participants("", Integer.MAX_VALUE)) {
            for (Lot lot : store.account(id).orElseThrow().lots()) {
                wallets.add(id + " " + lot.id() + " " + lot.remaining());
            }
        }
        return wallets;
    }

    private static String text(int format, Dialect dialect) {
        return Fixture.text(Fixture.name(format, dialect));
    }

    private static List<String> said(int format, String what) {
        return Fixture.text(said(format) + what + ".txt").lines().toList();
    }

    private static String said(int format) {
        return "format-" + format + ".";
    }
}
