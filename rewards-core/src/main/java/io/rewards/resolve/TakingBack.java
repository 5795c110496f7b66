package io.rewards.resolve;

import io.rewards.amount.Amount;
import io.rewards.books.Correcting;
import io.rewards.books.Purse;
import io.rewards.books.Reclaiming;
import io.rewards.catalogue.ClawbackPolicy;
import io.rewards.ledger.BudgetClaim;
import io.rewards.ledger.BudgetName;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Provenance;
import io.rewards.wallet.Reclaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Takes awards back, wholly or in part, and keeps count of it. For one event. Source: domain 12.1 Q3. */
final class TakingBack {

    private final Purse purse;
    private final ClawbackPolicy policy;
    private final String reason;
    private final List<Reclaim> reclaimed = new ArrayList<>();
    private final List<BudgetClaim> claims = new ArrayList<>();
    private final Set<String> gone = new TreeSet<>();
    private final Map<String, Amount> unfollowed = new TreeMap<>();

    TakingBack(Purse purse, ClawbackPolicy policy, String reason) {
        this.purse = purse;
        this.policy = policy;
        this.reason = reason;
    }

    /** Takes {@code amount} of an award back, after which {@code left} is what it comes from. */
    void reclaim(Lot lot, Amount amount, Provenance left) {
        reclaim(lot, amount, left, "");
    }

    /** The same, decided by {@code user}. */
    void reclaim(Lot lot, Amount amount, Provenance left, String user) {
        Reclaiming reclaiming = new Reclaiming(purse, reason, user);
        Amount given = purse.lot(lot.id()).provenance().contribution();
        if (amount.isPositive()) {
            reclaimed.add(reclaiming.reclaim(purse.lot(lot.id()), amount, policy));
            unfollowed.merge(lot.id(), amount, Amount::plus);
            boolean whole = purse.lot(lot.id()).standing().isZero();
            if (whole) {
                gone.add(lot.id());
            }
            Amount back = given.minus(purse.lot(lot.id()).provenance().contribution());
            left.budgets()
                    .forEach(budget -> claims.add(BudgetClaim.release(
                            budget, budget.kind() == BudgetName.Kind.MERCHANT ? back : amount, whole)));
        }
        if (!left.equals(lot.provenance())) {
            reclaiming.describe(
                    lot.id(), left.given(purse.lot(lot.id()).provenance().givers()));
        }
    }

    /** Takes back what was put in and never came. */
    void putIn(Lot lot) {
        if (lot.standing().isPositive()) {
            reclaimed.add(new Correcting(purse, reason, "").takeBack(lot));
        }
    }

    List<Reclaim> reclaimed() {
        return reclaimed;
    }

    List<BudgetClaim> claims() {
        return claims;
    }

    /** True where awards were taken back, and what depends on them was not looked at. */
    boolean hasUnfollowed() {
        return !unfollowed.isEmpty();
    }

    /** What was taken back and not followed yet, by lot. */
    Map<String, Amount> unfollowed() {
        return Map.copyOf(unfollowed);
    }

    /** What was taken back of a lot and not followed yet, from now on followed. */
    Optional<Amount> follow(String lot) {
        return Optional.ofNullable(unfollowed.remove(lot));
    }

    /** Lots of awards of which nothing stands any more. */
    Set<String> gone() {
        return gone;
    }
}
