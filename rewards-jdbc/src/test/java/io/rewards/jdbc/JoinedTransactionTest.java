package io.rewards.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.rewards.catalogue.Programme;
import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.CustomerEvent;
import io.rewards.event.EventKey;
import io.rewards.json.EventReader;
import io.rewards.json.ProgrammeReader;
import io.rewards.ledger.BudgetName;
import io.rewards.store.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The host's order and our award succeed or fail together, on PostgreSQL. */
class JoinedTransactionTest {

    private static final Programme PROGRAMME = ProgrammeReader.read("joined.yaml", """
            name: Joined
            settings: {zone: Europe/Nicosia, currency: EUR}
            units: [{code: SHOP}]
            schemes: [{code: CLUB, signUp: {option: AUTO}}]
            offerTypes: [{code: BASKET, classification: INCREASE_REVENUE_TRANSACTION_BASED}]
            offers:
              - number: 1
                code: FIVE-PERCENT
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 10.00}
                award: {percentage: 5}
              - number: 2
                code: FIRST-TEN
                scheme: CLUB
                type: BASKET
                classification: INCREASE_REVENUE_TRANSACTION_BASED
                state: EFFECTIVE
                effectiveSince: 2025-01-01
                terms: {from: 10.00}
                award: {amount: 1.00}
                caps: [{of: ALL, awards: 10}]
            """);

    private final HikariDataSource database = Databases.postgres();
    private RewardsEngine engine;
    private JdbcStore store;

    @BeforeEach
    void start() {
        store = Databases.store(database);
        engine = RewardsEngine.builder(PROGRAMME, store, () -> Instant.parse("2026-01-01T00:00:00Z"))
                .build();
        Databases.execute(database, "create table shop_order (id text primary key)");
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void whatTheHostCommitsIsThere() throws SQLException {
        engine.evaluate(registered("ada"));
        try (Connection connection = begun(Connection.TRANSACTION_READ_COMMITTED)) {
            order(connection, "o1");
            Outcome outcome = engine.evaluate(purchase("o1", "ada"), JdbcStore.joined(connection));
            assertThat(outcome.granted()).hasSize(2);
            assertThat(store.recorded(EventKey.of("o1"))).isEmpty();
            connection.commit();
        }

        assertThat(orders()).isEqualTo(1);
        assertThat(store.recorded(EventKey.of("o1"))).isPresent();
        assertThat(store.account("ada").orElseThrow().lots()).hasSize(2);
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    @Test
    void whatTheHostRollsBackNeverHappened() throws SQLException {
        engine.evaluate(registered("ada"));
        try (Connection connection = begun(Connection.TRANSACTION_READ_COMMITTED)) {
            order(connection, "o1");
            engine.evaluate(purchase("o1", "ada"), JdbcStore.joined(connection));
            connection.rollback();
        }

        assertThat(orders()).isZero();
        assertThat(store.recorded(EventKey.of("o1"))).isEmpty();
        assertThat(store.account("ada").orElseThrow().lots()).isEmpty();
        assertThat(store.usage(BudgetName.ofOffer("FIRST-TEN"))).isEmpty();
        assertThat(engine.evaluate(purchase("o1", "ada")).granted()).hasSize(2);
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    @Test
    void whoRegistersInTheTransactionOfTheFirstOrderHasTheAward() throws SQLException {
        try (Connection connection = begun(Connection.TRANSACTION_READ_COMMITTED)) {
            JdbcStore joined = JdbcStore.joined(connection);
            engine.evaluate(registered("new"), joined);
            engine.evaluate(purchase("o1", "new"), joined);
            connection.commit();
        }

        assertThat(store.account("new").orElseThrow().lots()).hasSize(2);
    }

    @Test
    void anEventThatIsSentAgainInAnotherTransactionHasItsFirstOutcome() throws SQLException {
        engine.evaluate(registered("ada"));
        Outcome first = engine.evaluate(purchase("o1", "ada"));
        try (Connection connection = begun(Connection.TRANSACTION_READ_COMMITTED)) {
            assertThat(engine.evaluate(purchase("o1", "ada"), JdbcStore.joined(connection)))
                    .isEqualTo(first);
            order(connection, "o1");
            connection.commit();
        }
        assertThat(orders()).isEqualTo(1);
    }

    @Test
    void aConnectionThatCommitsByItselfIsRefused() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThatThrownBy(() -> JdbcStore.joined(connection))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "The connection commits each statement by itself, so there is no transaction to join. Begin"
                                    + " one with setAutoCommit(false).");
        }
    }

    @Test
    void othersWaitForTheAccountUntilTheTransactionEnds() throws Exception {
        engine.evaluate(registered("ada"));
        ExecutorService other = Executors.newSingleThreadExecutor();
        try (Connection connection = begun(Connection.TRANSACTION_READ_COMMITTED)) {
            engine.evaluate(purchase("o1", "ada"), JdbcStore.joined(connection));
            Future<Outcome> second = other.submit(() -> engine.evaluate(purchase("o2", "ada")));
            assertThatThrownBy(() -> second.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            connection.commit();
            assertThat(second.get(20, TimeUnit.SECONDS).granted()).hasSize(2);
        } finally {
            other.shutdownNow();
        }
        assertThat(store.account("ada").orElseThrow().lots()).hasSize(4);
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    /** Under the stricter levels a transaction may lose against another one; whoever begins again finds the winner. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                Connection.TRANSACTION_READ_COMMITTED,
                Connection.TRANSACTION_REPEATABLE_READ,
                Connection.TRANSACTION_SERIALIZABLE
            })
    void eightTillsWriteOrdersOfOneCustomerAndTheBudgetIsExact(int isolation) throws Exception {
        engine.evaluate(registered("ada"));
        ExecutorService tills = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> lost = new ArrayList<>();
            for (int till = 0; till < 8; till++) {
                String name = "till" + till;
                lost.add(tills.submit(() -> orders(name, isolation)));
            }
            int all = 0;
            for (Future<Integer> each : lost) {
                all += each.get(120, TimeUnit.SECONDS);
            }
            if (isolation == Connection.TRANSACTION_READ_COMMITTED) {
                assertThat(all).isZero();
            }
        } finally {
            tills.shutdownNow();
        }
        assertThat(orders()).isEqualTo(40);
        assertThat(store.account("ada").orElseThrow().lots()).hasSize(50);
        assertThat(store.usage(BudgetName.ofOffer("FIRST-TEN")).orElseThrow().awards())
                .isEqualTo(10);
        assertThat(engine.ledger().verify().problems()).isEmpty();
    }

    /** Five orders, each again until its transaction is won; how often one was lost. */
    private int orders(String till, int isolation) throws SQLException {
        int lost = 0;
        for (int i = 0; i < 5; ) {
            String id = till + "/" + i;
            try (Connection connection = begun(isolation)) {
                try {
                    order(connection, id);
                    engine.evaluate(purchase(id, "ada"), JdbcStore.joined(connection));
                    connection.commit();
                    i++;
                } catch (StoreException | SQLException e) {
                    connection.rollback();
                    lost++;
                }
            }
        }
        return lost;
    }

    private Connection begun(int isolation) throws SQLException {
        Connection connection = database.getConnection();
        connection.setTransactionIsolation(isolation);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void order(Connection connection, String id) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into shop_order (id) values ('" + id + "')");
        }
    }

    private int orders() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from shop_order")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static CustomerEvent registered(String participant) {
        return read("""
                {"id": "registered %s", "type": "participant_registered", "participant": "%s", "unit": "SHOP",
                 "performedOn": "2025-03-01T10:00:00Z"}""".formatted(participant, participant));
    }

    private static CustomerEvent purchase(String id, String participant) {
        return read("""
                {"id": "%s", "type": "purchase", "participant": "%s", "unit": "SHOP",
                 "performedOn": "2025-03-02T10:00:00Z",
                 "lines": [{"product": "WINE", "quantity": 2, "total": "22.40"}]}""".formatted(id, participant));
    }

    private static CustomerEvent read(String event) {
        return new EventReader(PROGRAMME).read("test", event);
    }
}
