package io.rewards.settlement;

import io.rewards.amount.Amount;
import io.rewards.amount.Denomination;

/**
 * What a settlement comes to in one denomination of money. What is above zero is the merchant's, what is below zero the
 * owner's. Immutable. Source: domain 7.4, 7.5.
 *
 * @param contributions what the merchant gives to awards, below zero, less what comes back of them
 * @param reimbursements what is credited for purchases that wallets paid, less what goes back with goods
 * @param fee what the merchant pays of what is credited; below zero where more comes back
 * @param before position before the settlement
 * @param after position after it
 */
public record SettlementSum(Amount contributions, Amount reimbursements, Amount fee, Amount before, Amount after) {

    /** Refuses sums that do not add up. */
    public SettlementSum {
        Amount sum = before.plus(contributions).plus(reimbursements).minus(fee);
        if (!sum.equals(after)) {
            throw new IllegalArgumentException("The position after a settlement (" + after
                    + ") must be the one before with all that is settled (" + sum + ").");
        }
    }

    /** What nothing was settled in yet. */
    public static SettlementSum none(Denomination denomination) {
        Amount zero = Amount.zero(denomination);
        return new SettlementSum(zero, zero, zero, zero, zero);
    }

    /** What it is counted in. */
    public Denomination denomination() {
        return after.denomination();
    }

    /** What the settlement changes: an amount to credit above zero, to invoice below. */
    public Amount net() {
        return after.minus(before);
    }
}
