package io.rewards.wallet;

import io.rewards.amount.Allocation;
import io.rewards.amount.Amount;
import java.util.List;

/**
 * The part of an award, of a discount or of a payment that belongs to one line of the purchase. Immutable.
 *
 * @param line id of the line
 * @param quantity pieces of the line that it is about: those that have not come back
 * @param amount its part; the parts sum to the whole
 */
public record LineShare(String line, long quantity, Amount amount) {

    /** What of the amount belongs to what came back of the line: all of it where all came back. */
    public Amount of(Returned back) {
        return back.of(amount, quantity);
    }

    /** This share after {@code back} came back. */
    public LineShare without(Returned back) {
        return new LineShare(line, quantity - back.pieces(), amount.minus(of(back)));
    }

    /** This share with another amount. */
    public LineShare with(Amount changed) {
        return new LineShare(line, quantity, changed);
    }

    /** What of {@code whole} belongs to {@code pieces} of {@code all}, so that what is left belongs to the others. */
    public static Amount part(Amount whole, long pieces, long all) {
        if (pieces == 0 || whole.isZero()) {
            return Amount.zero(whole.denomination());
        }
        return pieces == all
                ? whole
                : Allocation.split(whole, List.of(pieces, all - pieces)).get(0);
    }

    /** The sum of {@code shares}. */
    public static Amount sum(List<LineShare> shares, Amount zero) {
        return shares.stream().map(LineShare::amount).reduce(zero, Amount::plus);
    }
}
