package io.rewards.report;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the programme owes its participants in one denomination, less what they owe, at the start and at the end of a time,
 * and everything that changed it. What goes back where it came from is subtracted there, so a figure can be below zero in a
 * time in which more came back. Immutable.
 *
 * @param opening liability at the start
 * @param awarded by offers
 * @param toppedUp put in by participants or the host
 * @param adjusted given by hand, less what was taken by hand
 * @param transferred that arrived from other participants, less what left for them: zero once everything has arrived
 * @param exchanged that other denominations became, less what became another: points that became money are below zero
 * @param spent on purchases, less what came back with goods
 * @param paidOut that has arrived outside of the programme
 * @param expired was not spent in time, the rest of vouchers included, less what was taken back of it: the breakage
 * @param takenBack of awards, wherever the money was by then
 * @param lost what of {@code takenBack} nobody gave back
 * @param closing liability at the end
 */
public record LiabilityFigures(
        Amount opening,
        Amount awarded,
        Amount toppedUp,
        Amount adjusted,
        Amount transferred,
        Amount exchanged,
        Amount spent,
        Amount paidOut,
        Amount expired,
        Amount takenBack,
        Amount lost,
        Amount closing) {

    /** Refuses figures that do not add up. */
    public LiabilityFigures {
        Amount sum = opening.plus(awarded)
                .plus(toppedUp)
                .plus(adjusted)
                .plus(transferred)
                .plus(exchanged)
                .minus(spent)
                .minus(paidOut)
                .minus(expired)
                .minus(takenBack)
                .plus(lost);
        if (!sum.equals(closing)) {
            throw new IllegalArgumentException(
                    "The closing liability (" + closing + ") must be the opening one with all changes (" + sum + ").");
        }
    }

    /** What it is counted in. */
    public Denomination denomination() {
        return opening.denomination();
    }

    /** What expired, as a percentage of what was awarded, as {@link Breakage#percentage(Amount, Amount)} says. */
    public Optional<BigDecimal> breakagePercentage() {
        return Breakage.percentage(expired, awarded);
    }

    /** The figures of this time and of the one right after it together. */
    public LiabilityFigures then(LiabilityFigures next) {
        return new LiabilityFigures(
                opening,
                awarded.plus(next.awarded),
                toppedUp.plus(next.toppedUp),
                adjusted.plus(next.adjusted),
                transferred.plus(next.transferred),
                exchanged.plus(next.exchanged),
                spent.plus(next.spent),
                paidOut.plus(next.paidOut),
                expired.plus(next.expired),
                takenBack.plus(next.takenBack),
                lost.plus(next.lost),
                next.closing);
    }
}
