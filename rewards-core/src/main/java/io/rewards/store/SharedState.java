package io.rewards.store;

import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.catalogue.Commitments;
import io.rewards.effect.Shared;
import io.rewards.event.EventKey;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.ledger.Usage;
import io.rewards.notification.Notification;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What participants share: budgets, names, follow-ups, notifications, and commitments. Thread-safe, by one lock. */
final class SharedState {

    private final Map<BudgetName, Usage> usages = new HashMap<>();
    private final Map<UniqueName, String> holders = new HashMap<>();
    private final SharedQueue<EventKey, FollowUp> followUps = new SharedQueue<>();
    private final SharedQueue<String, Notification> undelivered = new SharedQueue<>();
    private final Set<String> notified = new HashSet<>();
    private Optional<Commitments> commitments = Optional.empty();

    synchronized Optional<Usage> usage(BudgetName budget) {
        return Optional.ofNullable(usages.get(budget));
    }

    synchronized Optional<String> holder(UniqueName name) {
        return Optional.ofNullable(holders.get(name));
    }

    synchronized Optional<Commitments> commitments() {
        return commitments;
    }

    synchronized boolean keep(Optional<Commitments> known, Commitments changed) {
        boolean same = commitments.equals(known);
        commitments = same ? Optional.of(changed) : commitments;
        return same;
    }

    synchronized List<Kept<FollowUp>> followUps(long after, int most) {
        return followUps.page(after, most);
    }

    synchronized List<Kept<FollowUp>> claimFollowUps(long after, int most, Lease lease) {
        return followUps.claim(after, most, lease);
    }

    synchronized void letGo(EventKey followUp, Lease lease) {
        followUps.letGo(followUp, lease);
    }

    synchronized void forget(EventKey followUp) {
        followUps.remove(followUp);
    }

    synchronized List<Kept<Notification>> notifications(long after, int most) {
        return undelivered.page(after, most);
    }

    synchronized List<Kept<Notification>> claimNotifications(long after, int most, Lease lease) {
        return undelivered.claim(after, most, lease);
    }

    synchronized void letGo(String notification, Lease lease) {
        undelivered.letGo(notification, lease);
    }

    synchronized void keep(List<Notification> notifications) {
        for (Notification notification : notifications) {
            if (notified.add(notification.id())) {
                undelivered.put(notification.id(), notification);
            }
        }
    }

    synchronized void delivered(String notification) {
        undelivered.remove(notification);
    }

    /**
     * Takes the names and the parts of budgets that are claimed, all of them or none.
     *
     * @return the names that the participant did not hold before; empty where nothing was taken
     */
    Optional<Set<UniqueName>> claim(String participant, Shared changes) {
        if (changes.taken().isEmpty() && changes.claims().isEmpty()) {
            return Optional.of(Set.of());
        }
        synchronized (this) {
            Set<UniqueName> free = new HashSet<>();
            for (UniqueName name : changes.taken()) {
                String holder = holders.get(name);
                if (holder == null) {
                    free.add(name);
                } else if (!holder.equals(participant)) {
                    return Optional.empty();
                }
            }
            Map<BudgetName, Usage> after = new TreeMap<>();
            for (BudgetClaim claim : changes.claims()) {
                Optional<Usage> used = claim.onTopOf(
                        Optional.ofNullable(after.getOrDefault(claim.budget(), usages.get(claim.budget()))));
                if (used.isEmpty()) {
                    return Optional.empty();
                }
                after.put(claim.budget(), used.get());
            }
            usages.putAll(after);
            free.forEach(name -> holders.put(name, participant));
            return Optional.of(free);
        }
    }

    /**
     * Gives back what was claimed for a commit that failed.
     *
     * @param names that the participant did not hold before
     */
    synchronized void giveBack(Shared changes, Set<UniqueName> names) {
        for (BudgetClaim claim : changes.claims()) {
            usages.computeIfPresent(claim.budget(), (name, used) -> claim.takenFrom(used));
        }
        for (BudgetClaim claim : changes.claims()) {
            usages.computeIfPresent(claim.budget(), (name, used) -> used.equals(Usage.NONE) ? null : used);
        }
        names.forEach(holders::remove);
    }

    /** Writes the rest of what a commit changes after its claims; the follow-up that it was, if it was one, is done. */
    void write(String participant, Shared changes, Optional<EventKey> followUp) {
        if (followUp.isEmpty()
                && changes.released().isEmpty()
                && changes.followUps().isEmpty()
                && changes.notifications().isEmpty()) {
            return;
        }
        synchronized (this) {
            changes.released().forEach(name -> holders.remove(name, participant));
            followUp.ifPresent(followUps::remove);
            changes.followUps().forEach(each -> followUps.put(each.event().key(), each));
            keep(changes.notifications());
        }
    }
}
