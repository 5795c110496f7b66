package io.rewards.report;

import io.rewards.amount.Amount;
import java.time.LocalDate;
import java.util.List;

/**
 * What the money of one participant did over some days, by when it was recorded, so that a statement of days that are over
 * never changes. A balance is everything that the participant holds, whether or not it can be spent now, less what is owed.
 * Immutable.
 *
 * @param participant id
 * @param from first day
 * @param through last day
 * @param opening balances before the first day, one for each denomination in order of their codes
 * @param movements in the order in which they were recorded
 * @param closing balances after the last day
 * @param head hash of the last of all entries of the journal up to the last day
 */
public record Statement(
        String participant,
        LocalDate from,
        LocalDate through,
        List<Amount> opening,
        List<StatementLine> movements,
        List<Amount> closing,
        String head) {

    /** Copies the lists. Refuses a statement that does not add up. */
    public Statement {
        opening = List.copyOf(opening);
        movements = List.copyOf(movements);
        closing = List.copyOf(closing);
        for (int i = 0; i < opening.size(); i++) {
            Amount sum = opening.get(i);
            for (StatementLine movement : movements) {
                if (movement.change().denomination().equals(sum.denomination())) {
                    sum = sum.plus(movement.change());
                }
            }
            if (!sum.equals(closing.get(i))) {
                throw new IllegalArgumentException("The closing balance (" + closing.get(i) + ") of participant ("
                        + participant + ") must be the opening one with all changes (" + sum + ").");
            }
        }
    }
}
