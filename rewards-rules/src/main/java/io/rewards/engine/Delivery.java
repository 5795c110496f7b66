package io.rewards.engine;

import io.rewards.account.Account;
import io.rewards.notification.Audience;
import io.rewards.notification.DeliveryFailure;
import io.rewards.notification.DeliveryReport;
import io.rewards.notification.Notification;
import io.rewards.notification.RewardsListener;
import io.rewards.store.RewardsStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Hands out the notifications that a store keeps, oldest first, each at least once. One is noted as delivered only after
 * the listener returned, so nothing is lost wherever the process stops. For one thread; several deliveries at once may
 * hand out the same. Source: domain 10.
 */
final class Delivery {

    private static final int AT_ONCE = 100;

    private final RewardsStore store;
    private final Supplier<Generation> current;
    private final RewardsListener listener;
    private final Set<String> failed = new HashSet<>();
    private final List<DeliveryFailure> failures = new ArrayList<>();
    private long delivered;
    private long dropped;

    private Delivery(RewardsStore store, Supplier<Generation> current, RewardsListener listener) {
        this.store = store;
        this.current = current;
        this.listener = listener;
    }

    static DeliveryReport deliver(RewardsStore store, Supplier<Generation> current, RewardsListener listener) {
        return new Delivery(store, current, listener).run();
    }

    private DeliveryReport run() {
        for (List<Notification> page = untried(); !page.isEmpty(); page = untried()) {
            page.forEach(this::deliver);
        }
        return new DeliveryReport(delivered, dropped, failures);
    }

    /** The ones that failed stay in front, so each page reaches as far beyond them again. */
    private List<Notification> untried() {
        return store.notifications(AT_ONCE + 2 * failed.size()).stream()
                .filter(notification -> !failed.contains(notification.id()))
                .toList();
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
            failed.add(notification.id());
            failures.add(new DeliveryFailure(notification.id(), String.valueOf(e.getMessage())));
            return;
        }
        store.delivered(notification.id());
        delivered++;
    }

    private boolean mayBeTold(Notification notification) {
        return store.account(notification.participant())
                .filter((Account account) ->
                        Audience.mayBeTold(notification, account, current.get().catalogue()))
                .isPresent();
    }
}
