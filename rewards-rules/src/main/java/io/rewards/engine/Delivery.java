package io.rewards.engine;

import io.rewards.notification.Audience;
import io.rewards.notification.DeliveryFailure;
import io.rewards.notification.DeliveryReport;
import io.rewards.notification.Notification;
import io.rewards.notification.RewardsListener;
import io.rewards.past.Needs;
import io.rewards.store.Kept;
import io.rewards.store.Lease;
import io.rewards.store.RewardsStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Hands out the notifications that a store keeps, oldest first, each at least once. One is noted as delivered only after
 * the listener returned, so nothing is lost wherever the process stops. Several deliveries at once share what there is. For
 * one thread. Source: domain 10.
 */
final class Delivery implements Claims.Queue<Notification> {

    private final RewardsStore store;
    private final Supplier<Corridor> current;
    private final RewardsListener listener;
    private final List<DeliveryFailure> failures = new ArrayList<>();
    private long delivered;
    private long dropped;

    private Delivery(Workplace workplace, RewardsListener listener) {
        store = workplace.store();
        current = workplace.current();
        this.listener = listener;
    }

    static DeliveryReport deliver(Workplace workplace, RewardsListener listener) {
        Delivery delivery = new Delivery(workplace, listener);
        Claims.each(delivery, workplace.clock(), delivery::isDone);
        return new DeliveryReport(delivery.delivered, delivery.dropped, delivery.failures);
    }

    @Override
    public List<Kept<Notification>> claim(long after, int most, Lease lease) {
        return store.claimNotifications(after, most, lease);
    }

    @Override
    public void letGo(Notification notification, Lease lease) {
        store.letGo(notification.id(), lease);
    }

    private boolean isDone(Notification notification) {
        if (!mayBeTold(notification)) {
            store.delivered(notification.id());
            dropped++;
            return true;
        }
        try {
            listener.deliver(notification);
        } catch (RuntimeException e) {
            failures.add(new DeliveryFailure(notification.id(), String.valueOf(e.getMessage())));
            return false;
        }
        store.delivered(notification.id());
        delivered++;
        return true;
    }

    private boolean mayBeTold(Notification notification) {
        return store.load(notification.participant(), Needs.NOTHING)
                .filter(loaded -> Audience.mayBeTold(
                        notification, loaded.account(), current.get().inForce().catalogue()))
                .isPresent();
    }
}
