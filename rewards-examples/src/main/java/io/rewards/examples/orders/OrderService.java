package io.rewards.examples.orders;

import io.rewards.decision.Outcome;
import io.rewards.engine.RewardsEngine;
import io.rewards.event.EventHeader;
import io.rewards.event.Purchase;
import io.rewards.event.PurchaseLine;
import io.rewards.jdbc.JdbcStore;
import io.rewards.store.RewardsStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Takes orders: the order, what it takes from the stock and what it earns are written in one transaction, so that none is
 * there without the others. What throws has left nothing. An order that is sent again is there once. Thread-safe.
 */
final class OrderService {

    private final DataSource database;
    private final RewardsEngine engine;

    /** Takes orders into {@code database}, whose rewards tables {@code engine} works on. */
    OrderService(DataSource database, RewardsEngine engine) {
        this.database = database;
        this.engine = engine;
    }

    /**
     * Takes {@code order}.
     *
     * @return what it earns; the first outcome where it was taken before
     * @throws SQLException where the database refuses the order, as it does when a product is sold out
     * @throws io.rewards.jdbc.StoreException where it refuses what the order earns
     * @throws IllegalStateException where the engine refuses the purchase, such as that of a stranger
     */
    Outcome take(Order order) throws SQLException {
        Outcome outcome;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean committed = false;
            try {
                outcome = write(connection, order);
                connection.commit();
                committed = true;
            } finally {
                if (!committed) {
                    connection.rollback();
                }
            }
        }
        // What the order brings for others, such as a referrer, is applied after it is there.
        engine.runs().applyFollowUps();
        return outcome;
    }

    /** Writes all of it into the transaction of {@code connection}, and leaves it to the caller to commit. */
    Outcome write(Connection connection, Order order) throws SQLException {
        boolean isNew = 1
                == update(
                        connection,
                        "insert into shop_order (number, customer, product, pieces, cents) values (?, ?, ?, ?, ?)"
                                + " on conflict do nothing",
                        order.number(),
                        order.customer(),
                        order.product(),
                        order.pieces(),
                        order.total().units());
        RewardsStore joined = JdbcStore.joined(connection);
        Outcome outcome = engine.evaluate(purchase(order), joined);
        if (outcome.status() == Outcome.Status.REFUSED) {
            throw new IllegalStateException("The order (" + order.number() + ") is not taken. "
                    + outcome.problems().get(0).message());
        }
        if (isNew) {
            update(
                    connection,
                    "update shop_stock set pieces = pieces - ? where product = ?",
                    order.pieces(),
                    order.product());
        }
        return outcome;
    }

    private static Purchase purchase(Order order) {
        return Purchase.of(
                EventHeader.of(order.number(), order.customer(), "SHOP", order.placedOn()),
                PurchaseLine.of("1", order.product(), order.pieces(), order.total()));
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
