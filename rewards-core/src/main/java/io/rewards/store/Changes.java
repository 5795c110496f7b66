package io.rewards.store;

import io.rewards.account.Account;
import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.ledger.BudgetClaim;
import io.rewards.notification.Notification;
import java.util.List;
import java.util.Set;

/**
 * Everything that one event changes, to be written at once or not at all. Immutable.
 *
 * @param recorded the event and its outcome; a follow-up that it is, is done with it
 * @param account of the participant afterwards; its version is one above the one that was loaded, 1 for a new one
 * @param claims on the budgets of offers that have one, in order of their codes
 * @param followUps to keep until they are applied
 * @param taken names that the participant holds from now on
 * @param released names that the participant no longer holds
 * @param notifications to keep until they are delivered
 */
public record Changes(
        Recorded recorded,
        Account account,
        List<BudgetClaim> claims,
        List<FollowUp> followUps,
        Set<UniqueName> taken,
        Set<UniqueName> released,
        List<Notification> notifications) {

    /** Copies the collections. */
    public Changes {
        claims = List.copyOf(claims);
        followUps = List.copyOf(followUps);
        taken = Set.copyOf(taken);
        released = Set.copyOf(released);
        notifications = List.copyOf(notifications);
    }

    /** Changes of an account and nothing else. */
    public static Changes of(Recorded recorded, Account account) {
        return new Changes(recorded, account, List.of(), List.of(), Set.of(), Set.of(), List.of());
    }
}
