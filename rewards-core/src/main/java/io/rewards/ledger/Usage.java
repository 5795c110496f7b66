package io.rewards.ledger;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How much of a cap is used. An offer whose award was changed may have awarded in several denominations: the number counts
 * them all, and each amount is kept for itself. Immutable.
 *
 * @param awards made so far
 * @param amounts awarded so far, one for each denomination; what is zero is left out
 */
public record Usage(long awards, List<Amount> amounts) {

    private static final Comparator<Amount> ORDER = Comparator.comparing(Amount::denomination);

    /** Nothing is used. */
    public static final Usage NONE = new Usage(0, List.of());

    /** Sorts the amounts. Refuses two of one denomination. */
    public Usage {
        amounts = amounts.stream()
                .filter(amount -> !amount.isZero())
                .sorted(ORDER)
                .toList();
        for (int i = 1; i < amounts.size(); i++) {
            if (amounts.get(i).denomination().equals(amounts.get(i - 1).denomination())) {
                throw new IllegalArgumentException("The amounts (" + amounts + ") must be of different denominations.");
            }
        }
    }

    /** So many awards, all in one denomination. */
    public Usage(long awards, Amount amount) {
        this(awards, List.of(amount));
    }

    /** What was awarded in {@code denomination}. */
    public Amount in(Denomination denomination) {
        return amounts.stream()
                .filter(amount -> amount.denomination().equals(denomination))
                .findFirst()
                .orElseGet(() -> Amount.zero(denomination));
    }

    /** This usage after one more award. */
    public Usage plus(Amount award) {
        return plus(1, award);
    }

    /** This usage after so many more awards that come to {@code amount}; both are below 0 where awards are taken back. */
    Usage plus(long more, Amount amount) {
        List<Amount> sums = new ArrayList<>(amounts);
        sums.removeIf(each -> each.denomination().equals(amount.denomination()));
        sums.add(in(amount.denomination()).plus(amount));
        return new Usage(awards + more, sums);
    }
}
