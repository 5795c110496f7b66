package io.rewards.examples.orders;

import static io.rewards.examples.orders.OrderServiceExample.count;
import static io.rewards.examples.orders.OrderServiceExample.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.amount.Amount;
import io.rewards.decision.Outcome;
import io.rewards.engine.EventIdReusedException;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.EventKey;
import io.rewards.event.ParticipantRegistered;
import io.rewards.jdbc.JdbcStore;
import io.rewards.participant.Profile;
import io.rewards.store.StoreException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrderServiceExampleTest {

    private static final Instant JANUARY = Instant.parse("2025-01-01T10:00:00Z");

    @TempDir
    private Path directory;

    private HikariDataSource database;
    private RewardsEngine engine;
    private OrderService orders;

    @BeforeEach
    void open() throws SQLException {
        database = OrderServiceExample.opened(directory.resolve("shop.db"));
        OrderServiceExample.prepare(database);
        engine = OrderServiceExample.engine(database);
        engine.evaluate(new ParticipantRegistered(EventHeader.of("e1", "ada", "SHOP", JANUARY), Profile.EMPTY));
        orders = new OrderService(database, engine);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void printsOneOrderThatIsSentTwiceAndNoneThatIsSoldOut() throws SQLException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        OrderServiceExample.run(
                new PrintStream(printed, true, StandardCharsets.UTF_8), directory.resolve("printed.db"));
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "o1 earns 1.12 EUR",
                        "ada can spend 1.12 EUR",
                        "o1 earns 1.12 EUR",
                        "ada can spend 1.12 EUR",
                        "o2 is not taken: of three bottles one is left",
                        "Orders: 1",
                        "Bottles: 1",
                        "All right: true");
    }

    @Test
    void anOrderThatFailsAfterItsAwardLeavesNoAward() throws SQLException {
        assertThatThrownBy(() -> orders.take(order("o1", 4)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("CHECK");
        nothingIsThere();
        assertThat(orders.take(order("o1", 3)).granted()).hasSize(1);
        oneOrderIsThere("1.68");
    }

    @Test
    void anAwardThatTheDatabaseRefusesLeavesNoOrder() throws SQLException {
        execute("create trigger no_room before insert on rewards_award begin select raise(abort, 'No room.'); end");
        assertThatThrownBy(() -> orders.take(order("o1", 2))).isInstanceOf(StoreException.class);
        nothingIsThere();
        execute("drop trigger no_room");
        orders.take(order("o1", 2));
        oneOrderIsThere("1.12");
    }

    @Test
    void anOrderThatTheEngineRefusesIsNotTaken() throws SQLException {
        Order stranger = new Order("o1", "bob", "WINE", 2, Amount.of("22.40", OrderServiceExample.EUR), JANUARY);
        assertThatThrownBy(() -> orders.take(stranger))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The order (o1) is not taken. ");
        nothingIsThere();
    }

    /** A process that stops never commits, and the database forgets its transaction with the connection. */
    @Test
    void aProcessThatStopsBeforeItCommitsLeavesNeitherOrderNorAward() throws SQLException {
        try (Connection dying = DriverManager.getConnection(database.getJdbcUrl())) {
            dying.setAutoCommit(false);
            assertThat(orders.write(dying, order("o1", 2)).granted()).hasSize(1);
        }
        nothingIsThere();
        try (Connection dying = database.getConnection()) {
            dying.setAutoCommit(false);
            orders.write(dying, order("o1", 2));
            dying.rollback();
        }
        nothingIsThere();
        orders.take(order("o1", 2));
        oneOrderIsThere("1.12");
    }

    @Test
    void anOrderThatIsSentAgainIsThereOnceAlsoAfterARestart() throws SQLException {
        Outcome first = orders.take(order("o1", 2));
        assertThat(orders.take(order("o1", 2))).isEqualTo(first);
        OrderService restarted = new OrderService(database, OrderServiceExample.engine(database));
        assertThat(restarted.take(order("o1", 2))).isEqualTo(first);
        oneOrderIsThere("1.12");
    }

    @Test
    void anotherOrderUnderTheSameNumberIsRefused() throws SQLException {
        orders.take(order("o1", 2));
        assertThatThrownBy(() -> orders.take(order("o1", 1))).isInstanceOf(EventIdReusedException.class);
        oneOrderIsThere("1.12");
    }

    private void nothingIsThere() throws SQLException {
        assertThat(count(database, "select count(*) from shop_order")).isZero();
        assertThat(count(database, "select pieces from shop_stock")).isEqualTo(3);
        JdbcStore store = JdbcStore.of(database);
        assertThat(store.recorded(EventKey.of("o1"))).isEmpty();
        assertThat(store.account("ada").orElseThrow().lots()).isEmpty();
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    private void oneOrderIsThere(String award) throws SQLException {
        assertThat(count(database, "select count(*) from shop_order")).isEqualTo(1);
        assertThat(count(database, "select sum(s.pieces + o.pieces) from shop_stock s, shop_order o"))
                .isEqualTo(3);
        assertThat(JdbcStore.of(database).account("ada").orElseThrow().lots())
                .extracting(lot -> lot.awarded().toString())
                .containsExactly(award + " EUR");
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
