package io.rewards.engine;

import io.rewards.notification.Audience;
import io.rewards.notification.DeliveryFailure;
import io.rewards.notification.DeliveryReport;
import io.rewards.notification.Notification;
import io.rewards.notification.RewardsListener;
import io.rewards.past.Needs;
import io.rewards.store.Kept;
import io.rewards.store.RewardsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Hands out the notifications that a store keeps, oldest first, each at least once. One is noted as delivered only after
 * the listener returned, so nothing is lost wherever the process stops. For one thread; several deliveries at once may
 * hand out the same. Source: domain 10.
 */
final class Delivery {

    private static final int AT_ONCE = 100;

    private final RewardsStore store;
    private final Supplier<InForce> current;
    private final RewardsListener listener;
    private final List<DeliveryFailure> failures = new ArrayList<>();
    private long delivered;
    private long dropped;

    private Delivery(RewardsStore store, Supplier<InForce> current, RewardsListener listener) {
        this.store = store;
        this.current = current;
        this.listener = listener;
    }

    static DeliveryReport deliver(RewardsStore store, Supplier<InForce> current, RewardsListener listener) {
        return new Delivery(store, current, listener).run();
    }

    private DeliveryReport run() {
        long last = 0;
        for (List<Kept<Notification>> page = store.notifications(last, AT_ONCE);
                !page.isEmpty();
                page = store.notifications(last, AT_ONCE)) {
            for (Kept<Notification> kept : page) {
                deliver(kept.what());
                last = kept.number();
            }
        }
        return new DeliveryReport(delivered, dropped, failures);
    }

    private void deliver(Notification notification) {
        if (!mayBeTold(notification)) {
            store.delivered(notification.id());
            dropped++;
            return;
        }
        try {
            listener.deliver(notification);
        } catch (RuntimeException e) {
            failures.add(new DeliveryFailure(notification.id(), String.valueOf(e.getMessage())));
            return;
        }
        store.delivered(notification.id());
        delivered++;
    }

    private boolean mayBeTold(Notification notification) {
        return store.load(notification.participant(), Needs.NOTHING)
                .filter(loaded -> Audience.mayBeTold(
                        notification, loaded.account(), current.get().catalogue()))
                .isPresent();
    }
}
