package io.rewards.resolve;

import io.rewards.decision.InstantSpend;
import io.rewards.decision.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What was made of everything that the rules said. Immutable.
 *
 * @param verdicts one for each candidate, in their order
 * @param discounts what granted awards take off the purchase, in the order in which they do
 */
public record Resolution(List<Verdict> verdicts, List<InstantSpend> discounts) {

    /** Copies the lists. */
    public Resolution {
        verdicts = List.copyOf(verdicts);
        discounts = List.copyOf(discounts);
    }

    /** What the award of this offer takes off, if it does. */
    Optional<InstantSpend> discount(String offer) {
        return discounts.stream().filter(each -> each.offer().equals(offer)).findFirst();
    }
}
