package io.rewards.benchmarks;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.event.SchemeSignUp;
import io.rewards.jdbc.Batches;
import io.rewards.jdbc.JdbcStore;
import io.rewards.json.ProgrammeReader;
import io.rewards.participant.Profile;
import io.rewards.rules.RuleSet;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/**
 * Prints how many bytes a database grows by for each participant, for each purchase that is declined by one offer, and for
 * each that is awarded by it, with indexes and what is left free in pages.
 */
public final class DurableSizes {

    private static final Denomination EUR = new Denomination("EUR", 2);
    private static final Instant OPENING = Instant.parse("2026-01-01T10:00:00Z");
    private static final int BATCH = 500;
    private static final int PER_PARTICIPANT = 10;
    private static final String PROGRAMME = """
            name: Sizes
            settings: {zone: UTC, currency: EUR}
            products: [{code: BREAD}]
            units: [{code: HARBOUR}]
            schemes: [{code: CLUB}]
            offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
            offers:
              - {number: 1, code: BASKET-20, scheme: CLUB, type: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED,
                 state: EFFECTIVE, effectiveSince: 2025-01-01, terms: {from: 20.00}, award: {amount: 1.00}}
            """;

    private final RuleSet rules = RuleSets.named("drools");
    private final int participants;

    DurableSizes(int participants) {
        this.participants = participants;
    }

    /** Measures both databases; without arguments. */
    public static void main(String[] arguments) throws IOException, SQLException {
        new DurableSizes(2_000).print(System.out);
    }

    void print(PrintStream out) throws IOException, SQLException {
        out.printf(
                Locale.ROOT,
                "%-12s %14s %18s %18s%n",
                "database",
                "participant",
                "declined purchase",
                "awarded purchase");
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            grow(out, "PostgreSQL", server.getPostgresDatabase(), "select pg_database_size(current_database())");
        }
        Path file = Files.createTempFile("sizes", ".db");
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=FULL&transaction_mode=IMMEDIATE");
        grow(out, "SQLite", database, "select page_count * page_size from pragma_page_count(), pragma_page_size()");
        Files.delete(file);
    }

    private void grow(PrintStream out, String name, DataSource database, String size) throws SQLException {
        JdbcStore.migrate(database);
        long empty = ask(database, size);
        long registered = after(database, size, engine -> participant -> {
            record(engine, new ParticipantRegistered(header("register-" + participant, participant, 0), Profile.EMPTY));
            record(engine, new SchemeSignUp(header("join-" + participant, participant, 0), "CLUB", ""));
        });
        long declined = after(database, size, engine -> participant -> buy(engine, "small", participant, "19.99"));
        long awarded = after(database, size, engine -> participant -> buy(engine, "large", participant, "20.00"));
        long purchases = (long) participants * PER_PARTICIPANT;
        out.printf(
                Locale.ROOT,
                "%-12s %14d %18d %18d%n",
                name,
                (registered - empty) / participants,
                (declined - registered) / purchases,
                (awarded - declined) / purchases);
    }

    /** What one participant does. */
    private interface Doing {
        IntConsumer on(RewardsEngine engine);
    }

    private long after(DataSource database, String size, Doing doing) throws SQLException {
        try (Batches batches = Batches.of(database, BATCH)) {
            RewardsEngine engine = RewardsEngine.builder(
                            ProgrammeReader.read("sizes.yaml", PROGRAMME), batches.store(), () -> OPENING)
                    .withRules(rules)
                    .build();
            IntConsumer each = doing.on(engine);
            for (int i = 0; i < participants; i++) {
                each.accept(i);
            }
            batches.flush();
        }
        return ask(database, size);
    }

    private static void buy(RewardsEngine engine, String what, int participant, String total) {
        for (int i = 0; i < PER_PARTICIPANT; i++) {
            EventHeader header = header(what + "-" + participant + "-" + i, participant, i);
            record(engine, Purchase.of(header, PurchaseLine.of("1", "BREAD", 1, Amount.of(total, EUR))));
        }
    }

    private static void record(RewardsEngine engine, CustomerEvent event) {
        Outcome outcome = engine.evaluate(event);
        if (outcome.status() != Outcome.Status.PROCESSED) {
            throw new IllegalStateException("The event (" + event.key() + ") was not processed: " + outcome.problems());
        }
    }

    private static EventHeader header(String id, int participant, int day) {
        Instant on = OPENING.plus(Duration.ofDays(day));
        return EventHeader.of(id, "P" + participant, "HARBOUR", on).receivedOn(on);
    }

    private static long ask(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
