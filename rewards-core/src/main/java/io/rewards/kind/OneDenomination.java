package io.rewards.kind;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.event.CustomerEvent;
import io.rewards.event.PurchaseLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The one denomination that all amounts of an event are in. */
final class OneDenomination {

    private OneDenomination() {}

    /**
     * The denomination; empty where there is no amount.
     *
     * @throws IllegalArgumentException where there are several
     */
    static Optional<Denomination> of(CustomerEvent event, List<PurchaseLine> lines, List<Amount> others) {
        Set<Denomination> all = new LinkedHashSet<>();
        for (PurchaseLine line : lines) {
            all.add(line.total().denomination());
            all.add(line.vat().denomination());
        }
        others.forEach(amount -> all.add(amount.denomination()));
        if (all.size() > 1) {
            throw new IllegalArgumentException("The amounts of event (" + event.key() + ") are in " + all
                    + "; they must be in one denomination to be written.");
        }
        return all.stream().findFirst();
    }
}
