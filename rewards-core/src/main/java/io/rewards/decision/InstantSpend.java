package io.rewards.decision;

import io.rewards.amount.Amount;
import io.rewards.wallet.LineShare;
import java.util.List;

/**
 * A discount on the purchase from the award that the purchase itself earned. Immutable. Source: domain 5.8, 12.1 Q19 to Q21.
 *
 * @param offer code of the offer
 * @param amount of the discount
 * @param lines what each line gets of it
 */
public record InstantSpend(String offer, Amount amount, List<LineShare> lines) {

    /** Copies the list. */
    public InstantSpend {
        lines = List.copyOf(lines);
    }

    /** What the line of this id gets of it; {@code nothing} where it gets none. */
    public Amount of(String line, Amount nothing) {
        return lines.stream()
                .filter(share -> share.line().equals(line))
                .map(LineShare::amount)
                .reduce(nothing, Amount::plus);
    }
}
