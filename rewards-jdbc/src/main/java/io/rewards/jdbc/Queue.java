package io.rewards.jdbc;

import io.rewards.account.FollowUp;
import io.rewards.notification.Notification;
import io.rewards.settlement.Settlement;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is kept until it is done with. Immutable and thread-safe.
 *
 * @param table that keeps it
 * @param key the column by which one is called
 * @param open what holds of those that are not done with
 * @param type of what is kept
 */
record Queue<T>(String table, String key, String open, Class<T> type) {

    static final Queue<FollowUp> FOLLOW_UPS = new Queue<>("rewards_follow_up", "event", "", FollowUp.class);
    static final Queue<Notification> NOTIFICATIONS =
            new Queue<>("rewards_notification", "id", " and delivered = 0", Notification.class);
    static final Queue<Settlement> SETTLEMENTS =
            new Queue<>("rewards_settlement", "name", " and delivered = 0", Settlement.class);

    static void keep(Batch batch, List<Notification> notifications) {
        notifications.forEach(each -> batch.add(
                "insert into rewards_notification (id, delivered, body) values (?, 0, ?) on conflict do nothing",
                each.id(),
                StoredForm.of(each)));
    }

    /** A page of what is open. */
    List<Kept<T>> page(Link link, long after, int most) {
        return link.read(handle -> handle.select(
                        "select number, body from " + table + " where number > ?" + open + " order by number limit ?",
                        after,
                        most)
                .map((row, context) -> kept(row))
                .list());
    }

    /** A page of what is open and nobody has. What another worker is just claiming is left to that one. */
    List<Kept<T>> claim(Link link, long after, int most, Lease lease) {
        String sql = "with free as materialized (select number from " + table + " where number > ?" + open
                + " and (claimed_until is null or claimed_until <= ?) order by number limit ?"
                + link.dialect().skippingLocked() + ") update " + table + " set claimed_until = ? from free where "
                + table + ".number = free.number returning " + table + ".number, body";
        List<Kept<T>> claimed = new ArrayList<>();
        link.write((connection, preparing) -> {
            claimed.clear();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, after);
                statement.setString(2, Moment.text(lease.from()));
                statement.setInt(3, most);
                statement.setString(4, Moment.text(lease.until()));
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        claimed.add(kept(rows));
                    }
                }
            }
            return true;
        });
        claimed.sort(Comparator.comparingLong(Kept::number));
        return claimed;
    }

    /** Frees what was claimed by {@code lease}, unless another one has it by now. */
    void letGo(Link link, String called, Lease lease) {
        Batch batch = new Batch(link.dialect());
        batch.add(
                "update " + table + " set claimed_until = null where " + key + " = ? and claimed_until = ?",
                called,
                Moment.text(lease.until()));
        link.write(batch::run);
    }

    private Kept<T> kept(ResultSet row) throws SQLException {
        return new Kept<>(row.getLong("number"), StoredForm.read(row.getString("body"), type));
    }
}
