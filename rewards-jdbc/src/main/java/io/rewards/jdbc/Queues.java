package io.rewards.jdbc;

import io.rewards.notification.Notification;
import io.rewards.store.Kept;
import java.util.List;

/** What is kept until it is done with: follow-ups and notifications. */
final class Queues {

    private Queues() {}

    static void keep(Batch batch, List<Notification> notifications) {
        notifications.forEach(each -> batch.add(
                "insert into rewards_notification (id, delivered, body) values (?, 0, ?) on conflict do nothing",
                each.id(),
                StoredForm.of(each)));
    }

    /** A page of what {@code table} holds and {@code where} leaves. */
    static <T> List<Kept<T>> page(Link link, String table, String where, long after, int most, Class<T> type) {
        return link.read(handle -> handle.select(
                        "select number, body from " + table + " where number > ?" + where + " order by number limit ?",
                        after,
                        most)
                .map((row, context) -> new Kept<>(row.getLong("number"), StoredForm.read(row.getString("body"), type)))
                .list());
    }
}
