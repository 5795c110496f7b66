package io.rewards.examples.orders;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.catalogue.Programme;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.ParticipantRegistered;
import io.rewards.jdbc.JdbcStore;
import io.rewards.json.ProgrammeReader;
import io.rewards.participant.Profile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Orders and what they earn in one file of SQLite: both are there or neither, whatever fails. */
public final class OrderServiceExample {

    static final Denomination EUR = new Denomination("EUR", 2);

    private static final Programme PROGRAMME = ProgrammeReader.read("orders.yaml", """
            name: Orders
            settings: {zone: Europe/Dublin, currency: EUR}
            units: [{code: SHOP}]
            schemes: [{code: CLUB, signUp: {option: AUTO}}]
            offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
            offers:
              - number: 1
                code: BASKET-20
                scheme: CLUB
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                type: BASKET
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 20.00}
                award: {percentage: 5}
            """);

    private static final Instant MARCH = Instant.parse("2025-03-01T10:00:00Z");

    private OrderServiceExample() {}

    /** Prints the story; its database is in a temporary directory. */
    public static void main(String[] args) throws IOException, SQLException {
        run(System.out, Files.createTempDirectory("orders").resolve("shop.db"));
    }

    static void run(PrintStream out, Path file) throws SQLException {
        try (HikariDataSource database = opened(file)) {
            prepare(database);
            RewardsEngine engine = engine(database);
            engine.evaluate(new ParticipantRegistered(EventHeader.of("e1", "ada", "SHOP", MARCH), Profile.EMPTY));
            OrderService orders = new OrderService(database, engine);

            Order two = order("o1", 2);
            tell(out, orders.take(two));
            tell(out, orders.take(two));
            try {
                orders.take(order("o2", 2));
            } catch (SQLException e) {
                out.println("o2 is not taken: of three bottles one is left");
            }
            out.println("Orders: " + count(database, "select count(*) from shop_order"));
            out.println("Bottles: " + count(database, "select pieces from shop_stock"));
            out.println("All right: " + engine.ledger().verify().problems().isEmpty());
        }
    }

    private static void tell(PrintStream out, Outcome outcome) {
        outcome.granted().forEach(granted -> out.println(outcome.event() + " earns " + granted.amount()));
        outcome.balances().forEach(balance -> out.println("ada can spend " + balance.available()));
    }

    /** An order of wine by ada. */
    static Order order(String number, int bottles) {
        return new Order(number, "ada", "WINE", bottles, Amount.of("11.20", EUR).times(bottles), MARCH.plusSeconds(60));
    }

    /** A file of SQLite that keeps what it commits. */
    static HikariDataSource opened(Path file) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + file
                + "?journal_mode=WAL&synchronous=FULL&busy_timeout=10000&transaction_mode=IMMEDIATE");
        return new HikariDataSource(config);
    }

    /** The tables of the shop, with three bottles of wine, beside those of the rewards. */
    static void prepare(DataSource database) throws SQLException {
        JdbcStore.migrate(database);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table shop_order (number text primary key, customer text not null,"
                    + " product text not null, pieces integer not null, cents integer not null)");
            statement.execute("create table shop_stock (product text primary key,"
                    + " pieces integer not null check (pieces >= 0))");
            statement.execute("insert into shop_stock (product, pieces) values ('WINE', 3)");
        }
    }

    static RewardsEngine engine(DataSource database) {
        return RewardsEngine.builder(PROGRAMME, JdbcStore.of(database), InstantSource.fixed(MARCH.plusSeconds(120)))
                .build();
    }

    /** The number that {@code sql} finds. */
    static long count(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
