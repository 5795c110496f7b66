package io.rewards.past;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import io.rewards.ledger.Usage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands of some awards, in figures. Immutable.
 *
 * @param awards how many stand
 * @param own how many of them are in the participant's own journal
 * @param amounts the sum of what stands, by denomination
 * @param last date of the latest; the far past where there is none
 * @param latestDay the latest of the days that they were for; empty where they were for none
 */
public record AwardFigures(
        long awards, long own, Map<Denomination, Amount> amounts, Instant last, Optional<LocalDate> latestDay) {

    /** Of no awards. */
    public static final AwardFigures NONE = new AwardFigures(0, 0, Map.of(), Instant.MIN, Optional.empty());

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
                later(latestDay, others.latestDay));
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other).flatMap(Optional::stream).max(LocalDate::compareTo);
    }
}
