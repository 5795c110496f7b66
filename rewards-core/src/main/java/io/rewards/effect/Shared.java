package io.rewards.effect;

import io.rewards.account.FollowUp;
import io.rewards.account.UniqueName;
import io.rewards.ledger.BudgetClaim;
import io.rewards.notification.Notification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an event changes of that which participants share. Immutable.
 *
 * @param claims on budgets, below zero for what awards no longer use
 * @param followUps for participants, to keep until they are applied
 * @param taken names that the participant holds from now on
 * @param released names that the participant no longer holds
 * @param notifications to keep until they are delivered
 */
public record Shared(
        List<BudgetClaim> claims,
        List<FollowUp> followUps,
        Set<UniqueName> taken,
        Set<UniqueName> released,
        List<Notification> notifications) {

    /** Nothing. */
    public static final Shared NOTHING = new Shared(List.of(), List.of(), Set.of(), Set.of(), List.of());

    /** Copies the collections. */
    public Shared {
        claims = List.copyOf(claims);
        followUps = List.copyOf(followUps);
        // Copying an empty HashSet takes 200 bytes, and few events take or release a name.
        taken = taken.isEmpty() ? Set.of() : Set.copyOf(taken);
        released = released.isEmpty() ? Set.of() : Set.copyOf(released);
        notifications = List.copyOf(notifications);
    }

    /** Claims and follow-ups. */
    public static Shared of(List<BudgetClaim> claims, List<FollowUp> followUps) {
        return claims.isEmpty() && followUps.isEmpty()
                ? NOTHING
                : new Shared(claims, followUps, Set.of(), Set.of(), List.of());
    }

    /** True where there is nothing. */
    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** This and then {@code next}; names and notifications are those of {@code next}. */
    Shared then(Shared next) {
        if (equals(NOTHING)) {
            return next;
        }
        return new Shared(
                both(claims, next.claims),
                both(followUps, next.followUps),
                next.taken,
                next.released,
                next.notifications);
    }

    private static <T> List<T> both(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
