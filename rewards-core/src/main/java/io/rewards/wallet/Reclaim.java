package io.rewards.wallet;

import io.rewards.amount.Amount;

/**
 * What became of an award that was taken back, wholly or in part, or of money that was put in and never came. Immutable.
 * Source: domain 5.7, 12.1 Q3, Q4.
 *
 * @param lot id of the lot of the award, or of the money
 * @param offer code of the offer; empty for money that was put in
 * @param amount taken back: the sum of the others
 * @param ofItsOwn out of its own money, what had expired of it included
 * @param ofOthers out of other money of the participant
 * @param debt that the next money pays
 * @param lost that nobody pays
 */
public record Reclaim(
        String lot, String offer, Amount amount, Amount ofItsOwn, Amount ofOthers, Amount debt, Amount lost) {}
