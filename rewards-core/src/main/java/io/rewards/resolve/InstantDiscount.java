package io.rewards.resolve;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import io.rewards.catalogue.Offer;
import io.rewards.decision.InstantSpend;
import io.rewards.wallet.LineShare;
import io.rewards.wallet.Lot;
import io.rewards.wallet.Sale;
import io.rewards.wallet.SaleLine;
import io.rewards.wallet.SpendPlace;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes a discount off a purchase, never more than is left to pay of the lines that the money may be spent on. It is spread
 * over those lines in proportion to what is left of them, so the order of lines does not matter. Pure.
 * Source: domain 5.3, 12.1 Q19, Q20.
 */
final class InstantDiscount {

    private InstantDiscount() {}

    /** As much of {@code lot} as its conditions allow, perhaps nothing. */
    static InstantSpend of(Offer offer, Lot lot, Sale sale, SpendPlace place) {
        boolean now = place.unmet(lot).isEmpty();
        List<Long> weights = new ArrayList<>(sale.lines().size());
        long payable = 0;
        for (SaleLine line : sale.lines()) {
            long weight = now && line.isOf(lot.conditions().products())
                    ? line.payable().units()
                    : 0;
            weights.add(weight);
            payable += weight;
        }
        Amount amount = lot.remaining().min(new Amount(sale.payable().denomination(), payable));
        if (!amount.isPositive()) {
            return new InstantSpend(offer.code(), amount, List.of());
        }
        List<Amount> parts = Allocation.split(amount, weights);
        List<LineShare> shares = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).isPositive()) {
                SaleLine line = sale.lines().get(i);
                shares.add(new LineShare(line.line(), line.kept(), parts.get(i)));
            }
        }
        return new InstantSpend(offer.code(), amount, shares);
    }
}
