package io.rewards.engine;

import io.rewards.catalogue.Catalogue;
import io.rewards.decision.Lookups;
import io.rewards.notification.Announcements;
import io.rewards.notification.Notification;
import io.rewards.notification.NotificationCriteria;
import io.rewards.notification.NotificationReport;
import io.rewards.past.Needs;
import io.rewards.run.RunFailure;
import io.rewards.store.ConsistentRead;
import io.rewards.store.RewardsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One notification run: every participant, in the order of their ids. What it finds is kept under ids of its own, so a
 * run that was interrupted is simply run again. For one thread. Source: domain 10.
 */
final class NotificationRun {

    private static final int AT_ONCE = 1_000;

    private final RewardsStore store;
    private final Lookups lookups;
    private final Catalogue catalogue;
    private final NotificationCriteria criteria;
    private final Instant asOf;
    private final List<RunFailure> failures = new ArrayList<>();
    private long participants;
    private long found;

    private NotificationRun(
            RewardsStore store, Lookups lookups, Catalogue catalogue, NotificationCriteria criteria, Instant asOf) {
        this.store = store;
        this.lookups = lookups;
        this.catalogue = catalogue;
        this.criteria = criteria;
        this.asOf = asOf;
    }

    static NotificationReport run(
            RewardsStore store, Lookups lookups, Catalogue catalogue, NotificationCriteria criteria, Instant asOf) {
        for (String scheme : criteria.schemes()) {
            if (catalogue.scheme(scheme).isEmpty()) {
                throw new IllegalArgumentException("The scheme (" + scheme + ") is not in the programme.");
            }
        }
        return new NotificationRun(store, lookups, catalogue, criteria, asOf).run();
    }

    private NotificationReport run() {
        String last = "";
        for (List<String> page = store.participants(last, AT_ONCE);
                !page.isEmpty();
                page = store.participants(last, AT_ONCE)) {
            page.forEach(this::guarded);
            last = page.get(page.size() - 1);
        }
        return new NotificationReport(asOf, participants, found, failures);
    }

    private void guarded(String participant) {
        participants++;
        try {
            List<Notification> told = ConsistentRead.of(() -> Announcements.of(
                    criteria, store.load(participant, Needs.NOTHING).orElseThrow(), catalogue, lookups, asOf));
            store.keep(told);
            found += told.size();
        } catch (RuntimeException e) {
            failures.add(new RunFailure(participant, String.valueOf(e.getMessage())));
        }
    }
}
