package io.rewards.past;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.Usage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands of some awards, in figures. Immutable.
 *
 * @param awards how many stand
 * @param own how many of them are in the participant's own journal
 * @param amounts the sum of what stands, by denomination
 * @param last date of the latest; the far past where there is none
 * @param latestSubject the greatest in the order of texts of what they were for; empty where there is none
 */
public record AwardFigures(
        long awards, long own, Map<Denomination, Amount> amounts, Instant last, String latestSubject) {

    /** Of no awards. */
    public static final AwardFigures NONE = new AwardFigures(0, 0, Map.of(), Instant.MIN, "");

    /** Copies the amounts. */
    public AwardFigures {
        amounts = Map.copyOf(amounts);
    }

    /** The sum in {@code denomination}. */
    public Amount amount(Denomination denomination) {
        Amount sum = amounts.get(denomination);
        return sum == null ? Amount.zero(denomination) : sum;
    }

    /** How much of a limit they use. */
    public Usage usage() {
        return new Usage(awards, List.copyOf(amounts.values()));
    }

    /** These and {@code others} together. */
    AwardFigures plus(AwardFigures others) {
        Map<Denomination, Amount> sums = new HashMap<>(amounts);
        others.amounts.forEach((denomination, amount) -> sums.merge(denomination, amount, Amount::plus));
        return new AwardFigures(
                awards + others.awards,
                own + others.own,
                sums,
                last.isAfter(others.last) ? last : others.last,
                latestSubject.compareTo(others.latestSubject) > 0 ? latestSubject : others.latestSubject);
    }
}
