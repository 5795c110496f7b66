package io.rewards.resolve;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Offer;
import io.rewards.catalogue.SpendConditions;
import io.rewards.decision.InstantSpend;
import io.rewards.decision.Situation;
import io.rewards.decision.SoldLine;
import io.rewards.wallet.Lot;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes discounts off a purchase, never more than is left to pay of the lines that the money may be spent on. Each
 * discount is spread over those lines in proportion to what is left of them, so the order of lines does not matter.
 * For one purchase and one thread. Source: domain 5.3, 12.1 Q19, Q20.
 */
final class InstantDiscount {

    private final Situation situation;
    private final List<Long> left = new ArrayList<>();

    InstantDiscount(Situation situation) {
        this.situation = situation;
        situation.lines().forEach(line -> left.add(line.line().total().units()));
    }

    /** Takes as much of {@code lot} off the purchase as its conditions allow, perhaps nothing. */
    InstantSpend take(Offer offer, Lot lot) {
        List<Long> weights = new ArrayList<>();
        long payable = 0;
        boolean now = isSpendableNow(lot);
        for (int i = 0; i < left.size(); i++) {
            long weight = now && accepts(lot, situation.lines().get(i)) ? left.get(i) : 0;
            weights.add(weight);
            payable += weight;
        }
        Amount amount = lot.remaining().min(amount(payable));
        if (!amount.isPositive()) {
            return new InstantSpend(offer.code(), amount, List.of());
        }
        List<Amount> parts = Allocation.split(amount, weights);
        for (int i = 0; i < parts.size(); i++) {
            left.set(i, left.get(i) - parts.get(i).units());
        }
        return new InstantSpend(offer.code(), amount, Posting.shares(situation.lines(), parts));
    }

    /** What is left to pay. */
    Amount payable() {
        return amount(left.stream().mapToLong(Long::longValue).sum());
    }

    private boolean isSpendableNow(Lot lot) {
        SpendConditions conditions = lot.conditions();
        return lot.isValidAt(situation.event().performedOn())
                && conditions.times().containsDay(situation.unitTime().getDayOfWeek())
                && conditions.times().containsTime(situation.unitTime().toLocalTime())
                && situation.catalogue().unitListed(situation.event().unit(), conditions.units(), conditions.groups());
    }

    private static boolean accepts(Lot lot, SoldLine line) {
        return lot.conditions().products().includes(line.line().product(), line.type(), line.family());
    }

    private Amount amount(long units) {
        return new Amount(situation.catalogue().settings().currency(), units);
    }
}
